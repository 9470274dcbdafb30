// The language menu, and the way to the page side by side, keep the unit that
// is being read. Without this script they keep the report alone.
const reading = () => {
  const half = innerHeight / 2
  const target = document.querySelector(':target')
  const units = target && target.getBoundingClientRect().bottom > 0 && target.getBoundingClientRect().top < innerHeight
    ? [target] : document.querySelectorAll('[data-unit]')
  if (!units.length) return location.hash
  for (const unit of units) {
    const place = unit.getBoundingClientRect()
    if (place.bottom > 0) return place.top < half ? '#' + unit.id : ''
  }
  return ''
}
for (const link of document.querySelectorAll('.languages a, .beside-link a, .keeps a')) {
  for (const event of ['pointerover', 'pointerdown', 'focus']) link.addEventListener(event, () => { link.hash = reading() })
}
