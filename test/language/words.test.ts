import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { IntlMessageFormat } from 'intl-messageformat'
import { languages, type Language } from '../../src/domain/city.ts'
import { locales, sentences, wordsFor, type WordKey } from '../../src/language/words.ts'

const rootFolder = path.resolve(import.meta.dirname, '../..')
const keys = Object.keys(sentences.pl) as WordKey[]

describe('The words of the three languages', () => {
  for (const language of languages) {
    it(`have the keys of Polish: ${language}`, () => assert.deepEqual(Object.keys(sentences[language]).sort(), [...keys].sort()))

    it(`say something: ${language}`, () => {
      const silent = keys.filter(key => sentences[language][key].trim() === '')
      assert.deepEqual(silent, [])
    })

    it(`take the same values as Polish: ${language}`, () => {
      const differing = keys.filter(key => valuesIn(language, key).join() !== valuesIn('pl', key).join())
      assert.deepEqual(differing, [])
    })

    it(`have every plural form of the language, and no other: ${language}`, () => {
      const forms = new Intl.PluralRules(locales[language]).resolvedOptions().pluralCategories.toSorted().join()
      const wrong = keys.flatMap(key =>
        pluralsIn(language, key)
          .filter(found => found !== forms)
          .map(found => `${key}: ${found}`),
      )
      assert.deepEqual(wrong, [])
    })
  }

  it('are not Polish by mistake', () => {
    const polish = keys.filter(key => /[ąćęłńśźż]/i.test(sentences.uk[key] + sentences.en[key]) && !ownNames.test(key))
    assert.deepEqual(polish, [])
  })

  it('count as each language does', () => {
    const persons = (language: Language, counts: number[]) => counts.map(count => wordsFor(language)('count.persons', { count }))
    assert.deepEqual(persons('pl', [1, 2, 5, 21, 22]), ['1 osoba', '2 osoby', '5 osób', '21 osób', '22 osoby'])
    assert.deepEqual(persons('uk', [1, 2, 5, 21, 22]), ['1 особа', '2 особи', '5 осіб', '21 особа', '22 особи'])
    assert.deepEqual(persons('en', [1, 2, 21]), ['1 person', '2 persons', '21 persons'])
  })

  it('put in what somebody typed as it is', () => {
    assert.equal(wordsFor('en')('results.heading', { query: '<b>{x}</b>' }), 'Results for “<b>{x}</b>”')
  })
})

describe('The words of the pages', () => {
  const texts = [...filesIn('views', '.ejs'), ...filesIn('src', '.ts').filter(file => !/language\/(pl|en|uk)\//.test(file))]
  const text = texts.map(file => readFileSync(file, 'utf8')).join('\n')
  const named = new Set([...text.matchAll(/['"`]([a-z0-9]+(?:[.-][a-z0-9-]+)+)['"`]/g)].map(match => match[1]))
  const composed = [...text.matchAll(/`([a-z0-9]+\.[a-z0-9-]*)\$\{[^}]+\}([a-z0-9-]*)`/g)].map(
    ([, start = '', end = '']) => new RegExp(`^${start.replaceAll('.', '\\.')}.+${end}$`),
  )

  it('are all there', () => {
    const asked = [...text.matchAll(/\b(?:t|words)\('([^']+)'/g)].map(match => match[1] ?? '')
    assert.ok(asked.length > 100)
    assert.deepEqual(
      asked.filter(key => !Object.hasOwn(sentences.pl, key)),
      [],
    )
  })

  it('are all said somewhere', () => {
    const unused = keys.filter(key => !named.has(key) && !composed.some(pattern => pattern.test(key)))
    assert.deepEqual(unused, [])
  })
})

/** Sentences with proper names in Polish. */
const ownNames = /^(language\.|visit\.|app\.|privacy\.complaint)/

interface Part {
  readonly type: number
  readonly value?: string
  readonly options?: Readonly<Record<string, { readonly value: readonly Part[] }>>
}

function partsOf(language: Language, key: WordKey): readonly Part[] {
  const all = (parts: readonly Part[]): readonly Part[] =>
    parts.flatMap(part => [part, ...Object.values(part.options ?? {}).flatMap(option => all(option.value))])
  const message = new IntlMessageFormat(sentences[language][key], locales[language], undefined, { ignoreTag: true })
  return all(message.getAst() as readonly Part[])
}

function valuesIn(language: Language, key: WordKey): string[] {
  const literal = 0
  const pound = 7
  const named = partsOf(language, key).filter(part => part.type !== literal && part.type !== pound)
  return [...new Set(named.map(part => `${part.value ?? ''}${part.options ? ' (plural)' : ''}`))].sort()
}

function pluralsIn(language: Language, key: WordKey): string[] {
  return partsOf(language, key).flatMap(({ options }) =>
    options
      ? [
          Object.keys(options)
            .filter(form => !form.startsWith('='))
            .toSorted()
            .join(),
        ]
      : [],
  )
}

function filesIn(folder: string, end: string): string[] {
  return readdirSync(path.join(rootFolder, folder), { recursive: true, encoding: 'utf8' })
    .filter(file => file.endsWith(end))
    .map(file => path.join(rootFolder, folder, file))
}
