// The desk page, made live: forms answer without a new page, other screens' changes come in by themselves, and keys work.
// Everything is on the page without this script.

const desk = document.querySelector('[data-desk]')
const field = element =>
  element instanceof Element && element.closest('input:not([type=checkbox], [type=radio]), select, textarea, [contenteditable]')

if (desk) {
  followDay(desk)
  sendForms()
}
listenToKeys()
sendAtOnce()
openOnPhoneBooking()

/** Swaps the parts of the page that have changed, leaving alone what is looked at or typed into. */
function swap(html) {
  const fresh = new DOMParser().parseFromString(html, 'text/html')
  for (const part of document.querySelectorAll('[data-part]')) {
    const next = fresh.getElementById(part.id)
    if (!next || next.innerHTML === part.dataset.was) continue
    if (part.dataset.was === undefined && next.innerHTML === part.innerHTML) continue
    const was = next.innerHTML
    const held = heldIn(part)
    if (part.hasAttribute('data-rows') && sameShape(part, next)) swapRows(part, next)
    else part.replaceChildren(...next.childNodes)
    part.dataset.was = was
    giveBack(part, held)
  }
}

/** Row by row, so that a long list does not jump. */
function swapRows(part, next) {
  const [tables, fresh] = [part, next].map(each => [...each.querySelectorAll('tbody')])
  tables.forEach((table, i) => {
    const rows = new Map([...table.rows].map(row => [row.id || row.textContent, row]))
    const wanted = [...fresh[i].rows].map(row => {
      const known = rows.get(row.id || row.textContent)
      if (!known) return row
      known.dataset.html ??= known.outerHTML.replace(/ class="([^"]*?) ?chosen"/, ' class="$1"')
      return known.dataset.html === row.outerHTML ? known : row
    })
    for (const row of wanted) if (!row.dataset.html) row.dataset.html = row.outerHTML
    const chosen = table.querySelector('.chosen')?.id
    if (wanted.length !== table.rows.length || wanted.some((row, n) => row !== table.rows[n])) table.replaceChildren(...wanted)
    if (chosen) document.getElementById(chosen)?.classList.add('chosen')
  })
  for (const each of part.querySelectorAll('.updated')) each.textContent = next.querySelector('.updated')?.textContent ?? ''
}

function sameShape(part, next) {
  const titles = each => [...each.querySelectorAll('.desk-title, .notice')].map(title => title.textContent).join()
  const count = each => each.querySelectorAll('tbody').length
  return count(part) === count(next) && titles(part) === titles(next)
}

/** What must survive a swap: the focus, what was typed or chosen, and what was opened. */
function heldIn(part) {
  const active = document.activeElement
  const inside = part.contains(active) && active !== part
  return {
    focus: inside ? nameOf(active) : undefined,
    opened: [...part.querySelectorAll('details')].map(details => details.open),
    values: [...part.querySelectorAll('input:not([type=hidden]), select, textarea')].map(input => [
      nameOf(input),
      input.value,
      input.checked,
    ]),
    scroll: [...part.querySelectorAll('.queue')].map(list => list.scrollTop),
  }
}

function giveBack(part, { focus, opened, values, scroll }) {
  const details = [...part.querySelectorAll('details')]
  if (details.length === opened.length) details.forEach((each, i) => (each.open = opened[i]))
  for (const [name, value, checked] of values) {
    const input = [...part.querySelectorAll('input:not([type=hidden]), select, textarea')].find(each => nameOf(each) === name)
    if (!input) continue
    if (input.type === 'checkbox' || input.type === 'radio') input.checked = checked
    else if (input.tagName !== 'SELECT' || [...input.options].some(option => option.value === value)) input.value = value
  }
  part.querySelectorAll('.queue').forEach((list, i) => (list.scrollTop = scroll[i] ?? 0))
  if (focus && !part.contains(document.activeElement)) {
    const again = [...part.querySelectorAll('a, button, input, select, summary')].find(each => nameOf(each) === focus)
    ;(again ?? part.querySelector('button.main, button, a'))?.focus({ preventScroll: true })
  }
}

function nameOf(element) {
  const said =
    element.id || element.getAttribute('data-shortcut') || element.getAttribute('formaction') || element.getAttribute('href')
  return `${element.tagName} ${element.name ?? ''} ${said ?? element.value ?? element.textContent} ${element.type === 'radio' || element.type === 'checkbox' ? element.value : ''}`
}

/** News by a stream; where there is none, by asking every few seconds. A lost connection is said in words. */
function followDay(page) {
  const lost = page.querySelector('[data-lost]')
  const back = page.querySelector('[data-back]')
  let asking = false
  let again = false
  let failed = 0
  let next
  let stream
  let streamAt = 0

  async function refresh() {
    if (asking) return void (again = true)
    asking = true
    clearTimeout(next)
    try {
      const answer = await fetch(page.dataset.live + location.search, {
        headers: { Accept: 'text/html' },
        signal: AbortSignal.timeout(8000),
      })
      if (answer.status === 401) return location.reload()
      if (!answer.ok) throw new Error(String(answer.status))
      const html = await answer.text()
      const told = document.getElementById('told')
      const kept = told?.innerHTML
      swap(html)
      if (told && kept) told.innerHTML = kept
      found()
    } catch {
      failed += 1
      if (failed > 1 || !navigator.onLine) lost.hidden = false
      refreshIn(Math.min(1500 * failed, 8000))
    } finally {
      asking = false
      if (again) refreshIn(50)
      again = false
    }
  }

  /** One timer for whoever wants to ask: each failure with one of its own would ask a server in trouble more and more often. */
  function refreshIn(milliseconds) {
    clearTimeout(next)
    next = setTimeout(refresh, milliseconds)
  }

  function found() {
    if (!lost.hidden) back.textContent = back.dataset.text
    failed = 0
    lost.hidden = true
  }

  function open() {
    if (!('EventSource' in window)) return
    let first = true
    stream = new EventSource(page.dataset.changes)
    stream.addEventListener('page', () => {
      // The first page told is the one on the screen, unless the stream was lost in between.
      if (first && !streamAt) streamAt = Date.now()
      else refresh()
      first = false
    })
    stream.addEventListener('open', () => void (streamAt && refresh()))
    stream.addEventListener('error', () => {
      if (stream.readyState === EventSource.CLOSED) setTimeout(open, 5000)
      refresh()
    })
  }

  open()
  // Minutes of waiting grow without any change of the day; without a stream this is what notices changes.
  setInterval(() => document.visibilityState === 'visible' && refresh(), 20_000)
  setInterval(() => stream?.readyState !== EventSource.OPEN && document.visibilityState === 'visible' && refresh(), 4000)
  document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && refresh())
  addEventListener('online', refresh)
  addEventListener('offline', () => (lost.hidden = false))
}

/** Forms that lead back to this page swap it in place. Anything unusual is done as without script. */
function sendForms() {
  document.addEventListener('submit', async event => {
    const form = event.target
    const button = event.submitter
    const method = button?.getAttribute('formmethod') ?? form.method
    if (!form.hasAttribute('data-swap') || method !== 'post') return
    event.preventDefault()
    if (form.dataset.busy) return
    form.dataset.busy = '1'
    const address = button?.getAttribute('formaction') ?? form.action
    try {
      const answer = await fetch(address, {
        method: 'POST',
        body: new URLSearchParams(new FormData(form, button)),
        headers: { Accept: 'text/html' },
      })
      const html = await answer.text()
      const isDesk = new DOMParser().parseFromString(html, 'text/html').querySelector('[data-desk]')
      if (!isDesk)
        return answer.redirected ? location.assign(answer.url) : (document.open(), document.write(html), document.close())
      const query = new URL(answer.url).searchParams
      if (answer.redirected && query.has('q')) return location.assign(answer.url)
      for (const name of ['said', 'about', 'minute', 'zone', 'count', 'status']) query.delete(name)
      if (answer.redirected) history.replaceState(null, '', `${location.pathname}?${query}`)
      swap(html)
      showTold()
      if (form.matches('.scan')) form.querySelector('input[type=search]').value = ''
    } catch {
      document.querySelector('[data-lost]').hidden = false
    } finally {
      delete form.dataset.busy
    }
  })
}

/**
 * Keeps in sight what was just told, however far down the page its row is. Ten seconds later it stands at the top alone,
 * unless it asks for an answer.
 */
function showTold() {
  const told = document.getElementById('told')
  clearTimeout(told.dataset.until)
  told.classList.add('fresh')
  if (!told.querySelector('button')) told.dataset.until = setTimeout(() => told.classList.remove('fresh'), 10_000)
}

/** One letter presses a button, but never while somebody types, and not for those who have turned it off. */
function listenToKeys() {
  const help = document.querySelector('[data-keys]')
  const on = help?.querySelector('[data-keys-on]')
  if (help) help.hidden = false
  if (on) {
    on.checked = localStorage.getItem('okienko-keys') !== 'off'
    document.documentElement.classList.toggle('keys-off', !on.checked)
    on.addEventListener('change', () => {
      localStorage.setItem('okienko-keys', on.checked ? 'on' : 'off')
      document.documentElement.classList.toggle('keys-off', !on.checked)
    })
  }
  document.addEventListener('keydown', event => {
    if (event.key === 'Escape' && field(event.target)) return event.target.blur()
    if (event.ctrlKey || event.altKey || event.metaKey || field(event.target) || localStorage.getItem('okienko-keys') === 'off')
      return
    if (desk && (event.key === 'j' || event.key === 'k')) return chooseRow(event.key === 'j' ? 1 : -1)
    if (event.key === 'Enter' && event.target === document.body) return pressInRow(event)
    const wanted = event.key.length === 1 ? event.key.toLowerCase() : event.key
    const target = document.querySelector(`[data-shortcut="${CSS.escape(wanted)}"]`)
    if (!target) return
    event.preventDefault()
    if (target.matches('input')) target.select()
    else target.click()
  })
}

function chooseRow(step) {
  const rows = [...document.querySelectorAll('.day-table tr[id]')]
  const before = rows.findIndex(row => row.classList.contains('chosen'))
  const row = rows[Math.min(rows.length - 1, Math.max(0, before + step))]
  rows[before]?.classList.remove('chosen')
  row?.classList.add('chosen')
  row?.scrollIntoView({ block: 'nearest' })
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
}

function pressInRow(event) {
  const row = document.querySelector('.day-table tr.chosen')
  const target = row?.querySelector('button') ?? row?.querySelector('a')
  if (!target) return
  event.preventDefault()
  target.click()
}

/**
 * A form that only asks is sent as soon as something is chosen in it; by keyboard with Enter or Tab. A list that is typed
 * into changes with every letter: sent by then, the page to come would get the rest, and a blank would press a button.
 */
function sendAtOnce() {
  for (const form of document.querySelectorAll('[data-auto]')) {
    let [typedIn, waits] = [undefined, false]
    const sendNow = () => {
      waits = false
      form.requestSubmit()
    }
    form.addEventListener('pointerdown', () => (typedIn = undefined))
    form.addEventListener('keydown', event => {
      if (event.key !== 'Enter') typedIn = event.target
      else if (waits) sendNow()
    })
    form.addEventListener('focusout', () => waits && sendNow())
    form.addEventListener('change', event => {
      if (!event.target.matches('select')) return
      // The times that are still there are those of another matter.
      document.querySelector('#times')?.toggleAttribute('inert', true)
      if (typedIn === event.target) waits = true
      else sendNow()
    })
    window.addEventListener('pageshow', () => document.querySelector('#times')?.toggleAttribute('inert', false))
  }
}

/** Once the matter is known the first free time is one press away. */
function openOnPhoneBooking() {
  document.querySelector('#times .times button')?.focus({ preventScroll: true })
}
