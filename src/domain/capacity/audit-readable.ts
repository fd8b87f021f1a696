/** The columns of a booking that the audit reads, as they stand in the database; what is JSON there, as text. */
export interface WrittenBooking {
  readonly presence: unknown
  readonly companions: unknown
  readonly needs: unknown
  readonly groups: unknown
  readonly persons: unknown
  readonly start_minute: unknown
  readonly end_minute: unknown
  readonly desk_until_minute: unknown
}

/** The first column of a booking that says nothing that can be read; `undefined` if all can. */
export function unreadableColumn(row: WrittenBooking): keyof WrittenBooking | undefined {
  const columns = Object.keys(shapes) as (keyof WrittenBooking)[]
  return columns.find(column => !shapes[column](row[column]))
}

const shapes: Readonly<Record<keyof WrittenBooking, (written: unknown) => boolean>> = {
  start_minute: isCount,
  end_minute: isCount,
  desk_until_minute: isCount,
  persons: isCount,
  presence: isJson(value => Array.isArray(value) && value.every(isStay)),
  companions: isJson(value => isRecord(value) && Object.values(value).every(isCount)),
  needs: isJson(isListOfNames),
  groups: isJson(isListOfNames),
}

function isJson(isSound: (value: unknown) => boolean): (written: unknown) => boolean {
  return written => {
    try {
      return isSound(JSON.parse(String(written)))
    } catch {
      return false
    }
  }
}

function isStay(value: unknown): boolean {
  if (!isRecord(value) || typeof value['zoneId'] !== 'string') return false
  const { from, to, counted, bodies } = value
  return isCount(from) && isCount(to) && isCount(counted) && isCount(bodies) && from < to && to <= 1440
}

function isListOfNames(value: unknown): boolean {
  return Array.isArray(value) && value.every(name => typeof name === 'string')
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** A whole number of 0 or more. */
function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0
}
