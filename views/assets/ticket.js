// Follows a ticket: asks for the page again at every change of the day, and once a minute for what the clock changes.
const usual = 60_000
const withoutStream = 8_000
let latest = Promise.resolve()
let every

const renew = async () => {
  try {
    const answer = await fetch(location.pathname, { headers: { accept: 'text/html' }, signal: AbortSignal.timeout(10_000) })
    if (!answer.ok) throw new Error(String(answer.status))
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
    const [old, fresh] = [document.querySelector('#ticket'), page.querySelector('#ticket')]
    tell(false)
    if (!old || !fresh || old.outerHTML === fresh.outerHTML) return
    const comes = fresh.classList.contains('come') && !old.classList.contains('come')
    old.className = fresh.className
    old.replaceChildren(...fresh.childNodes)
    document.title = page.title
    if (comes) navigator.vibrate?.([300, 150, 300])
  } catch {
    tell(true)
  }
}
const soon = () => (latest = latest.then(renew))
const tell = lost => document.querySelector('#ticket-lost')?.toggleAttribute('hidden', !lost)
const at = milliseconds => {
  clearInterval(every)
  every = setInterval(soon, milliseconds)
}

const path = document.querySelector('[data-live]')?.dataset.live
if (path) {
  at(withoutStream)
  const stream = new EventSource(path)
  stream.addEventListener('open', () => (at(usual), soon()))
  stream.addEventListener('page', soon)
  stream.addEventListener('error', () => at(withoutStream))
  document.addEventListener('visibilitychange', () => document.hidden || soon())
}
