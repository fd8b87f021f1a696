// The guard's screen without reloading, and without network: what was done is kept in order, said in words, sent later.
const door = document.querySelector('.door')
const live = document.getElementById('live')
const line = document.getElementById('line')
const ask = document.getElementById('ask')
const input = document.getElementById('code')
const words = door.dataset
const kept = 'okienko-door'
const patienceMs = 5000
const answerStaysMs = 15000
const doubleTapMs = 400
const sameCodeMs = 3000
const silentMs = 12000
const askAgainMs = 2000

let waiting = JSON.parse(localStorage.getItem(kept) ?? '[]')
let offline = false
let sending = false
let tag = ''
let shownUntil = 0
let undecided
let odd = []
let stream
let heardAt = Date.now()
let seenAt = clock()
let looking = false
let lookAgain = false
let last = { what: '', at: 0, event: '' }

/** Sends a form; what comes back replaces the part of the page that changes. A lost network throws. */
async function send({ url, fields }) {
  const body = new URLSearchParams({ ...fields, fragment: '1' })
  const answer = await fetch(url, { method: 'POST', body, signal: AbortSignal.timeout(patienceMs) })
  if (answer.status === 401) return location.assign(words.enrol)
  if (answer.status >= 500 || answer.status === 429) throw new Error('not now')
  return answer.ok ? { html: await answer.text(), tag: answer.headers.get('ETag') ?? '' } : undefined
}

function show({ html, tag: shown }) {
  live.innerHTML = html
  tag = shown
  seen()
}

/** What stands there is of now. */
function seen() {
  seenAt = clock()
}

function clock() {
  return new Date().toLocaleTimeString(document.documentElement.lang, { hour: 'numeric', minute: '2-digit' })
}

function newEvent() {
  return [...crypto.getRandomValues(new Uint8Array(16))].map(byte => byte.toString(16).padStart(2, '0')).join('')
}

/** A second press of one key within a blink is one press; a second scan of one code within moments is one scan. */
function eventFor(what, isScan) {
  const age = Date.now() - last.at
  if (what === last.what && age < (isScan ? sameCodeMs : doubleTapMs)) return isScan ? last.event : undefined
  last = { what, at: Date.now(), event: newEvent() }
  return last.event
}

async function act(form) {
  const fields = Object.fromEntries(new FormData(form))
  const isScan = form.dataset.door === 'scan'
  // The key that opens a booking never stays on this phone.
  if (isScan) fields.code = fields.code.trim().split('?')[0]
  if (isScan && fields.code === '') return input.focus()
  const { event: _, ...rest } = fields
  const event = eventFor(form.action + JSON.stringify(rest), isScan)
  if (form.contains(input)) input.value = ''
  if (event === undefined) return
  const item = { url: form.action, fields: { ...fields, event } }

  if (waiting.length > 0 || offline) return keepOrAsk(item, isScan)
  try {
    const answer = await send(item)
    shownUntil = Date.now() + answerStaysMs
    if (answer !== undefined) show(answer)
  } catch {
    goOffline()
    keepOrAsk(item, isScan)
  }
}

/** Without network nobody knows what the answer is: the guard decides by the list, and only who is let in is kept. */
function keepOrAsk(item, isScan) {
  if (!isScan || item.fields.leaves || item.fields.reason) return keep(item)
  if (undecided) keep(undecided)
  undecided = item
  document.getElementById('ask-text').textContent = words.wordAsk.replace('%', codeIn(item))
  ask.hidden = false
}

/** An answer that is no longer true must not stay on the glass. */
function showInstead(word) {
  const answer = document.getElementById('answer')
  answer.className = 'door-answer quiet'
  answer.querySelector('.sign')?.remove()
  for (const part of answer.querySelectorAll('.text, .label')) part.remove()
  answer.querySelector('.word').textContent = word
  document.querySelectorAll('.door-against').forEach(form => form.remove())
}

function keep({ url, fields }) {
  waiting.push({ url, fields: { ...fields, doneAt: new Date().toISOString() } })
  remember()
  tell()
  showInstead(words.wordSaved)
}

function remember() {
  localStorage.setItem(kept, JSON.stringify(waiting))
}

function codeIn({ fields }) {
  const parts = fields.code.split(/[?#]/)[0].split('/')
  return parts.at(-1).slice(0, 12).toUpperCase()
}

ask.addEventListener('click', event => {
  const decision = event.target.closest('[data-let]')?.dataset.let
  if (!decision) return
  if (decision === 'in' && undecided) keep(undecided)
  undecided = undefined
  ask.hidden = true
  input.focus()
})

function goOffline() {
  if (!offline) showInstead(words.wordOffline)
  offline = true
  tell()
}

function tell() {
  const count = waiting.length
  const said = [
    offline
      ? `${words.wordOffline}. ${words.wordStale.replace('%', seenAt)} ${words.wordWaiting.replace('%', count)}`
      : count > 0
        ? words.wordSending.replace('%', count)
        : '',
    odd.length > 0 ? words.wordOdd.replace('%', odd.join(', ')) : '',
  ].filter(text => text !== '')
  line.hidden = said.length === 0
  live.classList.toggle('stale', offline)
  if (line.textContent !== said.join(' ')) line.textContent = said.join(' ')
}

/** In the order in which it was done, one after another. */
async function sendWaiting() {
  if (sending || waiting.length === 0) return
  sending = true
  try {
    while (waiting.length > 0) {
      const answer = await send(waiting[0])
      if (answer !== undefined) show(answer)
      if (waiting[0].fields.code && (answer === undefined || answer.html.includes(' data-unknown'))) odd.push(codeIn(waiting[0]))
      waiting.shift()
      remember()
      offline = false
      tell()
    }
  } catch {
    goOffline()
  } finally {
    sending = false
  }
}

/** One look at a time; whatever is heard meanwhile is answered by one more. */
async function look() {
  lookAgain = looking
  if (looking) return
  looking = true
  await lookOnce()
  looking = false
  if (lookAgain) void look()
}

async function lookOnce() {
  try {
    const event = Date.now() < shownUntil ? `?event=${encodeURIComponent(last.event)}` : ''
    const headers = tag === '' ? {} : { 'If-None-Match': tag }
    const answer = await fetch(words.live + event, { headers, cache: 'no-store', signal: AbortSignal.timeout(patienceMs) })
    if (answer.status === 401) return location.assign(words.enrol)
    if (answer.status >= 500) throw new Error('not now')
    seen()
    if (offline) tag = '' // what stands there is of before
    offline = false
    tell()
    await sendWaiting()
    if (answer.status !== 200 || live.contains(document.activeElement) || waiting.length > 0) return
    const html = await answer.text()
    // An answer that is newer than this look stays.
    if (event !== '' || Date.now() >= shownUntil) show({ html, tag: answer.headers.get('ETag') ?? '' })
  } catch {
    goOffline()
  }
}

/** News come by a stream. While there is none, or it has been silent for too long, the screen asks by itself. */
function follow() {
  stream?.close()
  stream = new EventSource(words.changes)
  for (const name of ['open', 'door', 'beat'])
    stream.addEventListener(name, ({ data }) => {
      heardAt = Date.now()
      const minuteHasPassed = name === 'beat' && data !== words.minute
      if (name === 'beat') words.minute = data
      if (name !== 'beat' || minuteHasPassed || offline) void look()
    })
  stream.addEventListener('error', () => void look())
}

setInterval(() => {
  const isHeard = stream.readyState === EventSource.OPEN && Date.now() - heardAt < silentMs
  const answerIsOver = shownUntil > 0 && Date.now() >= shownUntil
  if (answerIsOver) shownUntil = 0
  if (stream.readyState === EventSource.CLOSED) follow()
  if (!isHeard || offline || answerIsOver) void look()
}, askAgainMs)

document.addEventListener('submit', event => {
  if (!event.target.dataset.door) return
  event.preventDefault()
  void act(event.target)
  input.focus({ preventScroll: true })
})

// A scanner types wherever the focus is: its signs go to the field; + and − count while no code is being typed.
document.addEventListener('keydown', event => {
  if (event.ctrlKey || event.altKey || event.metaKey) return
  const typing = event.target.closest('input, select, textarea')
  if ((event.key === '+' || event.key === '-') && (!typing || (typing === input && input.value === ''))) {
    event.preventDefault()
    return document.querySelector(`[data-key="${event.key}"]`).closest('form').requestSubmit()
  }
  if (!typing && /^[\p{L}\p{N}]$/u.test(event.key)) input.focus()
})

const keys = document.getElementById('keys')
keys.hidden = false
keys.addEventListener('click', event => {
  const key = event.target.closest('button')
  if (!key) return
  input.value = 'erase' in key.dataset ? input.value.slice(0, -1) : input.value + key.dataset.sign
  if (/^[0-9A-Z]{8}$/.test(input.value)) input.form.requestSubmit()
})

addEventListener('online', () => {
  follow()
  void look()
})
tell()
follow()
