// Follows the day: every change brings the board anew; a new call is chimed and spoken. Without a word from the server for
// a while the display says so and turns grey.
const staleMs = 12_000
const noticeMs = 10_000
const body = document.body
let heardAt = Date.now()
let heardClock = document.querySelector('[data-clock]').textContent
let known = callNow()
let sound
let asking = Promise.resolve()
let toSpeak = []
let stream

function callNow() {
  return document.querySelector('[data-call]')?.dataset.call
}

const renew = async () => {
  const answer = await fetch(location.href, { headers: { accept: 'text/html' }, signal: AbortSignal.timeout(8000) })
  if (answer.status === 401 || answer.status === 403) return location.reload()
  if (!answer.ok) return
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
  if (!page.querySelector('#board')) return location.reload()
  heard(page.querySelector('[data-clock]').textContent)
  for (const name of ['board', 'notices']) {
    const [old, fresh] = [document.getElementById(name), page.getElementById(name)]
    const same =
      [...old.children].map(each => each.textContent).join() === [...fresh.children].map(each => each.textContent).join()
    if (name === 'board' ? old.innerHTML !== fresh.innerHTML : !same) old.replaceChildren(...fresh.childNodes)
  }
  const call = callNow()
  if (call === undefined || call === known) return void (known = call)
  known = call
  announce(document.querySelector('[data-call]').dataset.spoken)
}
const soon = () => (asking = asking.then(renew).catch(() => undefined))

const heard = clock => {
  heardAt = Date.now()
  if (clock) heardClock = clock
  document.querySelector('[data-clock]').textContent = heardClock
  body.classList.remove('stale')
  document.getElementById('stale').textContent = ''
}

const connect = () => {
  stream?.close()
  stream = new EventSource(body.dataset.live)
  stream.addEventListener('open', soon)
  stream.addEventListener('page', soon)
  stream.addEventListener('beat', event => {
    const minute = event.data !== body.dataset.minute
    body.dataset.minute = event.data
    heard()
    if (minute) soon()
  })
  // Only here: connected anew from elsewhere too, each lost stream would lead to two.
  stream.addEventListener('error', () => {
    if (stream.readyState === EventSource.CLOSED) setTimeout(connect, 3000)
  })
}

setInterval(() => {
  if (Date.now() - heardAt < staleMs) return
  const words = document.getElementById('stale')
  const text = words.dataset.words.replace('%', heardClock)
  if (words.textContent !== text) words.textContent = text
  body.classList.add('stale')
}, 1000)

setInterval(() => {
  const notices = [...document.querySelectorAll('#notices li')]
  const shown = notices.findIndex(each => each.classList.contains('shown'))
  notices[shown]?.classList.remove('shown')
  notices[(shown + 1) % notices.length]?.classList.add('shown')
}, noticeMs)

// Sound: two notes, then the call in Polish if the browser has a Polish voice. Browsers want one press first.

const announce = text => {
  toSpeak = [...toSpeak, text].slice(-3)
  if (toSpeak.length === 1) void next()
}

const next = async () => {
  const [text] = toSpeak
  if (text === undefined) return
  chime()
  body.dataset.announced = text
  await new Promise(resolve => setTimeout(resolve, 1300))
  await speak(text)
  toSpeak = toSpeak.slice(1)
  await next()
}

const chime = () => {
  if (sound?.state !== 'running') return
  for (const [place, pitch] of [659.25, 523.25].entries()) {
    const begins = sound.currentTime + place * 0.45
    const [note, loudness] = [sound.createOscillator(), sound.createGain()]
    note.frequency.value = pitch
    loudness.gain.setValueAtTime(0, begins)
    loudness.gain.linearRampToValueAtTime(0.35, begins + 0.02)
    loudness.gain.exponentialRampToValueAtTime(0.001, begins + 1.1)
    note.connect(loudness).connect(sound.destination)
    note.start(begins)
    note.stop(begins + 1.2)
  }
}

const speak = text =>
  new Promise(resolve => {
    const voice = window.speechSynthesis?.getVoices().find(each => each.lang.toLowerCase().startsWith('pl'))
    if (!voice || sound?.state !== 'running') return resolve()
    const saying = Object.assign(new SpeechSynthesisUtterance(text), { voice, lang: 'pl-PL', rate: 0.92 })
    saying.onend = resolve
    saying.onerror = resolve
    setTimeout(resolve, 12_000)
    speechSynthesis.speak(saying)
  })

const button = document.querySelector('[data-sound]')
const allowSound = async () => {
  sound ??= new AudioContext()
  await sound.resume()
  button.hidden = sound.state === 'running'
}
if ('AudioContext' in window) {
  const idle = new AudioContext()
  if (idle.state === 'running') sound = idle
  else void idle.close()
  button.hidden = sound !== undefined
  for (const name of ['click', 'keydown'])
    document.addEventListener(name, () => sound?.state !== 'running' && void allowSound().then(chime))
}
window.speechSynthesis?.getVoices()
for (const name of ['contextmenu', 'dragstart', 'selectstart']) document.addEventListener(name, event => event.preventDefault())
connect()
