// Shows other times when the party changes, and opens a day from the calendar, without a new page. Names the page when a
// time is pressed, so that pressing twice asks once: the page itself is one for all who look, and has no name.
const replaced = ['#times', '#calendar']

const show = async address => {
  const times = document.querySelector('#times')
  times.setAttribute('aria-busy', 'true')
  const answer = await fetch(address)
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
  if (!answer.ok || !page.querySelector('#times')) return location.assign(address)
  for (const name of replaced) {
    const [old, fresh] = [document.querySelector(name), page.querySelector(name)]
    if (old && fresh) old.replaceWith(fresh)
    else if (old) old.hidden = true
  }
  const words = page.querySelector('[data-party] > p')
  if (words) document.querySelector('[data-party] > p').replaceWith(words)
  history.replaceState(null, '', address)
}

document.querySelector('[data-party]')?.addEventListener('change', event => {
  const form = event.currentTarget
  if (form.reportValidity())
    show(`${form.getAttribute('action')}?${new URLSearchParams(new FormData(form))}`).catch(() => form.submit())
})

document.addEventListener('click', event => {
  const link = event.target.closest('.month a')
  const day = link && document.getElementById(link.hash.slice(1))
  if (!day) return
  event.preventDefault()
  day.open = true
  day.querySelector('summary').focus()
  day.scrollIntoView({ block: 'start' })
  for (const other of document.querySelectorAll('.month a[aria-current]')) other.removeAttribute('aria-current')
  link.setAttribute('aria-current', 'date')
})

const name = btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(16))))
const once = name.replaceAll('+', '-').replaceAll('/', '_').slice(0, 22)

document.addEventListener('submit', ({ target: form }) => {
  if (!form.closest('#times') || form.elements.once) return
  form.append(Object.assign(document.createElement('input'), { type: 'hidden', name: 'once', value: once }))
})
