package source

import (
	"strconv"
	"strings"
)

// numeral writes a number in one of Word's formats (ST_NumberFormat). A format
// that is not known here is decimal, as in Word.
func numeral(n int, format string) string {
	if n < 0 {
		return strconv.Itoa(n)
	}
	switch format {
	case "none":
		return ""
	case "decimalZero":
		if n < 10 {
			return "0" + strconv.Itoa(n)
		}
	case "upperRoman":
		return roman(n)
	case "lowerRoman":
		return strings.ToLower(roman(n))
	case "upperLetter":
		return repeated(n, "ABCDEFGHIJKLMNOPQRSTUVWXYZ")
	case "lowerLetter":
		return repeated(n, "abcdefghijklmnopqrstuvwxyz")
	case "russianLower":
		return repeated(n, "абвгдежзиклмнопрстуфхцчшщыэюя")
	case "russianUpper":
		return repeated(n, "АБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЫЭЮЯ")
	case "arabicAlpha":
		return repeated(n, "أبتثجحخدذرزسشصضطظعغفقكلمنهوي")
	case "arabicAbjad":
		return repeated(n, "أبجدهوزحطيكلمنسعفصقرشتثخذضظغ")
	case "hebrew1":
		return hebrew(n)
	case "hebrew2":
		return repeated(n, "אבגדהוזחטיכלמנסעפצקרשת")
	case "thaiLetters":
		return repeated(n, "กขคงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรลวศษสหฬอฮ")
	case "hindiVowels":
		return repeated(n, "कखगघङचछजझञटठडढणतथदधनपफबभमयरलवशषसह")
	case "hindiConsonants":
		return repeated(n, "अआइईउऊऋऌऍऎएऐऑऒओऔ")
	case "aiueo", "aiueoFullWidth":
		return repeated(n, "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン")
	case "iroha", "irohaFullWidth":
		return repeated(n, "イロハニホヘトチリヌルヲワカヨタレソツネナラムウヰノオクヤマケフコエテアサキユメミシヱヒモセスン")
	case "ganada":
		return repeated(n, "가나다라마바사아자차카타파하")
	case "chosung":
		return repeated(n, "ㄱㄴㄷㄹㅁㅂㅅㅇㅈㅊㅋㅌㅍㅎ")
	case "hindiNumbers":
		return digits(n, '०')
	case "arabicIndic":
		return digits(n, '٠')
	case "thaiNumbers":
		return digits(n, '๐')
	case "decimalFullWidth", "decimalFullWidth2":
		return digits(n, '０')
	case "ordinal":
		return strconv.Itoa(n) + englishSuffix(n)
	case "cardinalText":
		return capitalised(english(n, false))
	case "ordinalText":
		return capitalised(english(n, true))
	case "decimalEnclosedCircle", "decimalEnclosedCircleChinese":
		if n >= 1 && n <= 20 {
			return string(rune('①' + n - 1))
		}
	case "decimalEnclosedParen":
		if n >= 1 && n <= 20 {
			return string(rune('⑴' + n - 1))
		}
	case "decimalEnclosedFullstop":
		if n >= 1 && n <= 20 {
			return string(rune('⒈' + n - 1))
		}
	case "ideographEnclosedCircle":
		if n >= 1 && n <= 10 {
			return string(rune('㊀' + n - 1))
		}
	case "chicago":
		return strings.Repeat([]string{"*", "†", "‡", "§"}[max(0, n-1)%4], max(0, n-1)/4+1)
	case "numberInDash":
		return "- " + strconv.Itoa(n) + " -"
	case "ideographDigital", "japaneseDigitalTenThousand", "taiwaneseDigital", "koreanDigital2":
		return digitByDigit(n, chineseSmall)
	case "chineseCounting", "chineseCountingThousand", "taiwaneseCounting", "taiwaneseCountingThousand", "japaneseCounting":
		return chinese(n, chineseSmall, "十百千")
	case "chineseLegalSimplified":
		return chinese(n, "零壹贰叁肆伍陆柒捌玖", "拾佰仟")
	case "ideographLegalTraditional":
		return chinese(n, "零壹貳參肆伍陸柒捌玖", "拾佰仟")
	case "japaneseLegal":
		return chinese(n, "〇壱弐参四伍六七八九", "拾百千")
	case "koreanDigital", "koreanCounting", "koreanLegal":
		if format == "koreanDigital" {
			return digitByDigit(n, "영일이삼사오육칠팔구")
		}
		return chinese(n, "영일이삼사오육칠팔구", "십백천")
	case "ideographTraditional":
		return repeated(n, "甲乙丙丁戊己庚辛壬癸")
	case "ideographZodiac":
		return repeated(n, "子丑寅卯辰巳午未申酉戌亥")
	}
	return strconv.Itoa(n)
}

// repeated is a letter for the number; past the alphabet's end it is doubled,
// then trebled, as Word does: z, aa, bb.
func repeated(n int, alphabet string) string {
	letters := []rune(alphabet)
	if n < 1 || n > 40*len(letters) {
		return strconv.Itoa(n)
	}
	return strings.Repeat(string(letters[(n-1)%len(letters)]), (n-1)/len(letters)+1)
}

func roman(n int) string {
	if n < 1 || n > 4999 {
		return strconv.Itoa(n)
	}
	var b strings.Builder
	for i, value := range []int{1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1} {
		for ; n >= value; n -= value {
			b.WriteString([]string{"M", "CM", "D", "CD", "C", "XC", "L", "XL", "X", "IX", "V", "IV", "I"}[i])
		}
	}
	return b.String()
}

// digits writes a number in the digits that follow zero.
func digits(n int, zero rune) string {
	return strings.Map(func(r rune) rune { return zero + r - '0' }, strconv.Itoa(n))
}

func digitByDigit(n int, names string) string {
	name := []rune(names)
	return strings.Map(func(r rune) rune { return name[r-'0'] }, strconv.Itoa(n))
}

const chineseSmall = "〇一二三四五六七八九"

// chinese writes a number by tens, hundreds and thousands, below ten thousand.
func chinese(n int, names, powers string) string {
	name, power := []rune(names), []rune(powers)
	if n < 1 || n > 9999 {
		return digitByDigit(n, names)
	}
	var b strings.Builder
	gap := false
	for i, unit := 3, 1000; i >= 0; i, unit = i-1, unit/10 {
		digit := n / unit % 10
		if digit == 0 {
			gap = b.Len() > 0
			continue
		}
		if gap {
			b.WriteRune('零')
			gap = false
		}
		if digit != 1 || i != 1 || b.Len() > 0 || names != chineseSmall {
			b.WriteRune(name[digit]) // ten is 十, not 一十
		}
		if i > 0 {
			b.WriteRune(power[i-1])
		}
	}
	return b.String()
}

// hebrew writes a number in letters, 15 and 16 as they are written.
func hebrew(n int) string {
	if n < 1 || n > 999 {
		return strconv.Itoa(n)
	}
	var b strings.Builder
	for n >= 400 {
		b.WriteRune('ת')
		n -= 400
	}
	if n >= 100 {
		b.WriteRune([]rune("קרש")[n/100-1])
		n %= 100
	}
	switch n {
	case 15:
		return b.String() + "טו"
	case 16:
		return b.String() + "טז"
	}
	if n >= 10 {
		b.WriteRune([]rune("יכלמנסעפצ")[n/10-1])
		n %= 10
	}
	if n > 0 {
		b.WriteRune([]rune("אבגדהוזחט")[n-1])
	}
	return b.String()
}

func englishSuffix(n int) string {
	if n%100 >= 11 && n%100 <= 13 {
		return "th"
	}
	switch n % 10 {
	case 1:
		return "st"
	case 2:
		return "nd"
	case 3:
		return "rd"
	}
	return "th"
}

var (
	cardinals = strings.Fields("zero one two three four five six seven eight nine ten " +
		"eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen")
	ordinals = strings.Fields("zeroth first second third fourth fifth sixth seventh eighth ninth tenth " +
		"eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth")
	tens = strings.Fields("zero ten twenty thirty forty fifty sixty seventy eighty ninety")
)

// english writes a number below a hundred in words; Word has the formats in
// the language of the program, of which the file does not tell.
func english(n int, ordinal bool) string {
	names := cardinals
	if ordinal {
		names = ordinals
	}
	switch {
	case n < 20:
		return names[n]
	case n >= 100 && ordinal:
		return strconv.Itoa(n) + englishSuffix(n)
	case n >= 100:
		return strconv.Itoa(n)
	case n%10 == 0 && ordinal:
		return strings.TrimSuffix(tens[n/10], "y") + "ieth"
	case n%10 == 0:
		return tens[n/10]
	}
	return tens[n/10] + "-" + names[n%10]
}

func capitalised(s string) string { return strings.ToUpper(s[:1]) + s[1:] }
