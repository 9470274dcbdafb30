// The language menu, and the way to the page side by side, keep the unit: the
// one that the address names, else the one at the top of the window. Without
// this script they keep the report alone.
const reading = () => {
  if (location.hash) return location.hash
  for (const unit of document.querySelectorAll('[data-unit]')) {
    const place = unit.getBoundingClientRect()
    if (place.bottom > 0) return place.top < innerHeight / 2 ? '#' + unit.id : ''
  }
  return ''
}
for (const link of document.querySelectorAll('.languages a, .beside-link a, .keeps a')) {
  for (const event of ['pointerover', 'pointerdown', 'focus']) link.addEventListener(event, () => { link.hash = reading() })
}
