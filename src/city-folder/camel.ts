type Camel<Word> = Word extends `${infer Head}-${infer Tail}` ? `${Head}${Capitalize<Camel<Tail>>}` : Word

/** A value whose fields are named as TypeScript names them: `postal-code` becomes `postalCode`, at every depth. */
export type Cameled<Value> = Value extends readonly (infer Item)[]
  ? Cameled<Item>[]
  : Value extends object
    ? { [Field in keyof Value as Camel<Field>]: Cameled<Value[Field]> }
    : Value

/** Renames fields from the clerk's way of writing to ours. */
export function camel<Value>(value: Value): Cameled<Value> {
  return renamed(value) as Cameled<Value>
}

function renamed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(renamed)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([field, inside]) => [camelWord(field), renamed(inside)]))
}

function camelWord(word: string): string {
  return word.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase())
}
