import { markProblems } from './marks.ts'
import type { Problem } from '../problem.ts'
import type { Written } from '../written.ts'

/** What is wrong with the files each by itself: unreadable, unknown, empty, or with records that are not sound. */
export function ownProblems(written: Written): Problem[] {
  const { sources, fileOrder: _order, strangers, ...subjects } = written
  const citations = sources.find(({ file }) => file === 'sources.yaml')?.problems ?? []
  return [
    ...strangers,
    ...citations,
    ...emptiness(written),
    ...Object.values(subjects).flatMap(({ problems }) => problems),
    ...markProblems(sources),
  ]
}

/** An empty list would retire everything there is, and is surely a mistake. */
function emptiness({ offices, services }: Written): Problem[] {
  const none = ({ sound, problems }: Written['offices'] | Written['services']) => sound.length + problems.length === 0
  return [
    ...(none(offices) ? [{ file: 'offices.yaml', line: 1, message: 'a city has at least one office' }] : []),
    ...(none(services) ? [{ file: 'services', line: 1, message: 'a city has at least one service' }] : []),
  ]
}
