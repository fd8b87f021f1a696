import type { Language } from '../../domain/city.ts'
import { wordsFor } from '../../language/words.ts'
import type { ScheduleRow } from '../values.ts'

/** The last line of a schedule: `Razem: 12 wizyt, 17 osób, 2 poza limitem, 240 min przy stanowiskach`. */
export function totalsOf(rows: readonly ScheduleRow[], language: Language): string {
  const say = wordsFor(language)
  const visits = rows.filter(row => row.kind === 'visit')
  const sum = (what: 'persons' | 'exempt' | 'minutes') => visits.reduce((total, visit) => total + visit[what], 0)
  const parts = [
    say('paper.total-visits', { count: visits.length }),
    say('count.persons', { count: sum('persons') }),
    ...(sum('exempt') > 0 ? [say('paper.total-exempt', { count: sum('exempt') })] : []),
    say('paper.total-minutes', { count: sum('minutes') }),
  ]
  return say('paper.total', { what: parts.join(', ') })
}
