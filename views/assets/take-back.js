// Ticks of a sheet by keyboard: arrows go from visit to visit, A S N tick and go on, Backspace clears.
// Without this script each line is a group of radio buttons.
const form = document.querySelector('[data-take-back]')
const lines = form ? [...form.querySelectorAll('[data-line]')] : []

for (const hint of document.querySelectorAll('[data-keys-hint]')) hint.hidden = false

form?.addEventListener('keydown', event => {
  const line = event.target.closest?.('[data-line]')
  if (!line || event.ctrlKey || event.altKey || event.metaKey) return
  const here = lines.indexOf(line)
  const sign = event.key === 'Backspace' || event.key === 'Delete' ? '' : event.key.toLowerCase()
  if (event.key === 'ArrowDown') go(here + 1)
  else if (event.key === 'ArrowUp') go(here - 1)
  else if (['a', 's', 'n', ''].includes(sign)) tick(line, here, sign)
  else return
  event.preventDefault()
})

function tick(line, here, sign) {
  const box = line.querySelector(`input[type="radio"][value="${sign}"]`)
  if (!box) return
  box.checked = true
  if (sign !== '' && here < lines.length - 1) go(here + 1)
  else box.focus()
}

/** The group of a line is one stop: its ticked button, else the first. */
function go(to) {
  const line = lines[to]
  const box = line?.querySelector('input[type="radio"]:checked') ?? line?.querySelector('input[type="radio"]')
  box?.focus()
  line?.scrollIntoView({ block: 'nearest' })
}
