// The kiosk never leaves its page: links and forms are fetched and put in its place, so that a lost network shows our own
// words and not the browser's. Everything works without this script too; with it the kiosk also watches over itself.
const root = document.documentElement
const beatMs = 10_000
const patienceMs = 12_000
const askBefore = 15
const rememberMs = 60_000
const reloadMs = 3_600_000

let busy = false
let hearing = false
let pending
let left = 0
let lastTouch = performance.now()
let missed = 0
let beat
let camera
const startedAt = performance.now()
const at = name => document.getElementById(name)
const start = () => document.body.dataset.start

// What stands on the glass

const begin = () => {
  root.classList.add('scripted')
  left = Number(document.body.dataset.idle)
  const button = document.querySelector('[data-camera]')
  if (button && 'BarcodeDetector' in window && navigator.mediaDevices) button.hidden = false
  tick()
}

const show = (html, address) => {
  const page = new DOMParser().parseFromString(html, 'text/html')
  if (page.body.dataset.kiosk === undefined) return location.assign(start())
  stopCamera()
  root.lang = page.documentElement.lang
  root.className = page.documentElement.className
  document.title = page.title
  document.body.replaceWith(document.adoptNode(page.body))
  history.replaceState(null, '', address)
  begin()
  ;(at('code') ?? at('title')).focus({ preventScroll: true })
  scrollTo(0, 0)
}

const ask = async (address, form) => {
  if (busy) return
  busy = true
  const waiting = setTimeout(() => (at('busy').textContent = at('busy').dataset.word), 250)
  document.body.setAttribute('aria-busy', 'true')
  try {
    const answer = await fetch(address, {
      ...(form && { method: 'POST', body: form }),
      headers: { accept: 'text/html' },
      signal: AbortSignal.timeout(patienceMs),
    })
    const html = await answer.text()
    pending = undefined
    found()
    show(html, answer.url)
  } catch {
    pending = { address, form, since: performance.now() }
    lose()
  } finally {
    clearTimeout(waiting)
    busy = false
    document.body.removeAttribute('aria-busy')
    at('busy').textContent = ''
  }
}

// The network

const lose = () => {
  if (!at('lost').hidden) return
  at('still').hidden = true
  at('lost').hidden = false
  at('screen').inert = true
  at('lost').focus()
  listen(2000)
}

const found = () => {
  missed = 0
  if (at('lost').hidden) return false
  at('lost').hidden = true
  at('screen').inert = false
  listen(beatMs)
  return true
}

const hear = async () => {
  if (busy || hearing) return
  hearing = true
  try {
    const query = root.lang === 'pl' ? '' : `?lang=${root.lang}`
    const answer = await fetch(document.body.dataset.live + query, { signal: AbortSignal.timeout(5000) })
    if (answer.status === 401 || answer.status === 403) return location.assign(start())
    if (!answer.ok) throw new Error(String(answer.status))
    const { time } = await answer.json()
    for (const clock of document.querySelectorAll('[data-clock]')) clock.textContent = time
    if (found()) {
      const again = pending && performance.now() - pending.since < rememberMs ? pending : undefined
      pending = undefined
      return void ask(again?.address ?? start(), again?.form)
    }
    if (isAtStart() && performance.now() - startedAt > reloadMs && performance.now() - lastTouch > 60_000) location.reload()
  } catch {
    missed += 1
    if (missed > 1) lose()
  } finally {
    hearing = false
  }
}

const listen = milliseconds => {
  clearInterval(beat)
  beat = setInterval(hear, milliseconds)
}

// Back to the start

const isAtStart = () => Number(document.body.dataset.idle) === 0

const stay = () => {
  lastTouch = performance.now()
  left = Number(document.body.dataset.idle)
  if (at('still').hidden) return
  at('still').hidden = true
  at('screen').inert = false
  at('title').focus({ preventScroll: true })
  tick()
}

const tick = () => {
  if (isAtStart() || !at('lost').hidden) return
  for (const words of document.querySelectorAll('[data-left]')) words.textContent = words.dataset.left.replace('%', left)
  for (const words of document.querySelectorAll('[data-count]')) words.textContent = left
  if (busy) return
  if (left <= 0) return void ask(start())
  if (left > askBefore || !at('still').hidden) return
  at('still').hidden = false
  at('screen').inert = true
  at('still').querySelector('button').focus()
}

setInterval(() => {
  left -= 1
  tick()
}, 1000)

// Touches and keys

const formOf = (form, submitter) => {
  const fields = new FormData(form)
  if (submitter?.name) fields.append(submitter.name, submitter.value)
  return new URLSearchParams(fields)
}

const type = sign => {
  const input = at('code')
  const signs = input.value.replace(/[^0-9A-Z]/gi, '').toUpperCase()
  const typed = sign === undefined ? signs.slice(0, -1) : (signs + sign).slice(0, 8)
  input.value = typed.length > 4 ? `${typed.slice(0, 4)}-${typed.slice(4)}` : typed
  input.removeAttribute('aria-invalid')
}

document.addEventListener('click', event => {
  stay()
  const pressed = event.target.closest?.('a[href], button')
  if (!pressed) return
  if (pressed.matches('[data-stay]')) return
  if (pressed.matches('[data-camera]')) return void (camera ? stopCamera() : startCamera())
  if (pressed.matches('[data-sign], [data-erase]')) {
    event.preventDefault()
    return type(pressed.dataset.sign)
  }
  if (pressed.tagName !== 'A') return
  event.preventDefault()
  void ask(pressed.href)
})

document.addEventListener('submit', event => {
  event.preventDefault()
  stay()
  const { target: form, submitter } = event
  if (form.method === 'get') return
  void ask(form.action, formOf(form, submitter))
})

for (const name of ['contextmenu', 'dragstart', 'selectstart', 'drop', 'auxclick', 'gesturestart']) {
  document.addEventListener(name, event =>
    event.target.closest?.('input') && name === 'selectstart' ? undefined : event.preventDefault(),
  )
}
addEventListener('wheel', event => event.ctrlKey && event.preventDefault(), { passive: false })

// A reader types what it scans and presses Enter, faster than anybody can.
let scanned = ''
let lastKey = 0
document.addEventListener(
  'keydown',
  event => {
    if (at('lost').hidden && at('still').hidden) left = Number(document.body.dataset.idle)
    if (event.target.closest?.('input')) return
    if (event.timeStamp - lastKey > 150) scanned = ''
    lastKey = event.timeStamp
    if (event.key === 'Enter' && scanned.length >= 4) {
      event.preventDefault()
      const code = scanned
      scanned = ''
      if (at('lost').hidden) void ask(document.body.dataset.scan, new URLSearchParams({ code }))
    } else if (event.key.length === 1 && !event.ctrlKey && !event.altKey) scanned += event.key
  },
  true,
)

// The camera, where the browser can read codes by itself

const startCamera = async () => {
  const button = document.querySelector('[data-camera]')
  try {
    const stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'user' } })
    const video = at('video')
    if (!video) return stream.getTracks().forEach(track => track.stop())
    camera = stream
    video.srcObject = stream
    video.hidden = false
    await video.play()
    button.querySelector('span').textContent = button.dataset.stop
    const reader = new BarcodeDetector({ formats: ['qr_code'] })
    while (camera === stream) {
      const [code] = await reader.detect(video).catch(() => [])
      if (code && camera === stream) return void ask(document.body.dataset.scan, new URLSearchParams({ code: code.rawValue }))
      await new Promise(resolve => setTimeout(resolve, 200))
    }
  } catch {
    if (button) button.hidden = true
  }
}

const stopCamera = () => {
  camera?.getTracks().forEach(track => track.stop())
  camera = undefined
  const video = at('video')
  if (video) video.hidden = true
}

begin()
listen(beatMs)
