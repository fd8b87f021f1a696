// Shows what is found while one types: the same page is fetched, and its list put into this one.
const form = document.querySelector('[data-search]')
const field = form?.querySelector('input')
const list = document.querySelector('#found')
let waiting
let asked

const search = async () => {
  asked?.abort()
  asked = new AbortController()
  const text = field.value.trim()
  if (text === '') return list.replaceChildren()
  try {
    const answer = await fetch(`/?q=${encodeURIComponent(text)}`, { signal: asked.signal })
    if (!answer.ok) return
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
    list.replaceChildren(...page.querySelector('#found').children)
  } catch {
    // An answer that comes too late or not at all changes nothing: the button still works.
  }
}

field?.addEventListener('input', () => {
  clearTimeout(waiting)
  waiting = setTimeout(search, 250)
})
