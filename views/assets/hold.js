// Counts down how long a time is held. The words come with the page, one sentence for each minute.
const shown = document.querySelector('[data-hold]')
if (shown) {
  const endsAt = performance.now() + Number(shown.dataset.hold) * 1000
  const sentences = JSON.parse(shown.dataset.left)
  const tell = () => {
    const seconds = (endsAt - performance.now()) / 1000
    const text = seconds > 0 ? sentences[Math.floor(seconds / 60)] : shown.dataset.over
    if (text && shown.textContent !== text) shown.textContent = text
    if (seconds <= 0) {
      shown.closest('.notice').classList.add('warn')
      shown.closest('.notice').querySelector('strong').hidden = true
      clearInterval(clock)
    }
  }
  const clock = setInterval(tell, 1000)
}
