/** Labels of desks, joined where they follow each other: `72–75, 78`. */
export function deskSpans(labels: readonly string[]): string {
  const spans = labels.reduce<{ from: string; to: string }[]>((found, label) => {
    const last = found.at(-1)
    const follows = last && /^\d+$/.test(last.to) && Number(last.to) + 1 === Number(label)
    return follows ? [...found.slice(0, -1), { from: last.from, to: label }] : [...found, { from: label, to: label }]
  }, [])
  return spans.map(({ from, to }) => (from === to ? from : `${from}–${to}`)).join(', ')
}
