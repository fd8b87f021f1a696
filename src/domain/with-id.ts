interface HasId {
  readonly id: string
}

const known = new WeakMap<readonly HasId[], ReadonlyMap<string, HasId>>()

/**
 * The one of a list that has this id; `undefined` if none has.
 *
 * @param things  a list that stays as it is, such as a city's: it is looked through once
 */
export function withId<Thing extends HasId>(things: readonly Thing[], id: string): Thing | undefined {
  const byId = known.get(things) ?? new Map(things.toReversed().map(thing => [thing.id, thing]))
  known.set(things, byId)
  return byId.get(id) as Thing | undefined
}
