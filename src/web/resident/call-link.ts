/** A sentence as HTML in which a phone number is a link that calls it. @param phone  as it stands in the sentence */
export function withCallLink(sentence: string, phone: string, dialled: string): string {
  const link = `<a class="nowrap" href="tel:${escaped(dialled)}">${escaped(phone)}</a>`
  return phone === '' ? escaped(sentence) : sentence.split(phone).map(escaped).join(link)
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, sign => `&#${sign.charCodeAt(0)};`)
}
