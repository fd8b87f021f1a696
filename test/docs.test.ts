import assert from 'node:assert/strict'
import { existsSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import { commands } from '../src/cli/run.ts'
import { readCityFolder } from '../src/city-folder/read-city-folder.ts'
import { settingNames } from '../src/config.ts'
import { folderOf } from './support/city-folder.ts'

const root = path.resolve(import.meta.dirname, '..')
const text = (file: string) => readFileSync(path.join(root, file), 'utf8')

describe('The documents', () => {
  const readme = text('README.md')
  const pages = ['README.md', 'CONTRIBUTING.md', ...markdownIn('docs'), 'db/seeds/krakow/README.md']

  it('list every setting that the program has, and no other', () => {
    assert.deepEqual(firstCells(readme, 'Settings').sort(), [...settingNames].sort())
  })

  it('list every command that the program has, and no other', () => {
    const typed = firstCells(readme, 'Commands').map(command => command.replace(/ \[?[A-Z]+\]?$/, ''))
    assert.deepEqual(typed.sort(), commands.map(command => command.name).sort())
  })

  it('name the source of every rule of the sample city, and of no other', () => {
    const inSeed = [...text('db/seeds/krakow/rules.yaml').matchAll(/^- id: (\S+)/gm)].map(([, id]) => id)
    assert.deepEqual(firstCells(text('docs/rules.md'), 'Dated rules of the sample city').sort(), inSeed.sort())
  })

  it('name files of the program only where they are', () => {
    const named = pages.flatMap(page =>
      [...text(page).matchAll(/`((?:src|test|db|docs)\/[\w./-]+)`/g)].map(([, file = '']) => ({ page, file })),
    )
    const gone = named.filter(
      ({ page, file }) => !page.includes('decisions') && !isPattern(file) && !existsSync(path.join(root, file)),
    )
    assert.deepEqual(gone, [])
  })

  it('link only to what is there; pictures may be yet to be taken', () => {
    const taken = new Set([...text('test/browser/pictures.ts').matchAll(/name: '([\w-]+)'/g)].map(([, name]) => `${name}.png`))
    const broken = pages.flatMap(page =>
      linksIn(text(page))
        .filter(link => !existsSync(path.resolve(root, path.dirname(page), link)) && !taken.has(path.basename(link)))
        .map(link => `${page}: ${link}`),
    )
    assert.deepEqual(broken, [])
  })

  it('show in the README every picture that is taken', () => {
    const shown = linksIn(readme).filter(link => link.endsWith('.png'))
    const taken = [...text('test/browser/pictures.ts').matchAll(/name: '([\w-]+)'/g)].map(
      ([, name]) => `docs/pictures/${name}.png`,
    )
    assert.deepEqual(
      taken.filter(picture => !shown.includes(picture)),
      [],
    )
  })

  it('describe a city that can be loaded as it stands', () => {
    const files = [...text('docs/city.md').matchAll(/```yaml\n# (\S+)\n([\s\S]*?)```/g)].map(([, file = '', yaml = '']) => [
      file,
      yaml,
    ])
    const folder = folderOf(Object.fromEntries(files) as Record<string, string>)
    try {
      const reading = readCityFolder(folder)
      assert.deepEqual('problems' in reading ? reading.problems : [], [])
    } finally {
      rmSync(folder, { recursive: true })
    }
  })
})

function markdownIn(folder: string): string[] {
  const files = readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
  return files.filter(file => file.endsWith('.md')).map(file => `${folder}/${file}`)
}

/** What stands between backticks at the beginning of each row of the tables in a chapter. */
function firstCells(page: string, chapter: string): string[] {
  const begun = page.split(`\n## ${chapter}\n`)[1] ?? ''
  return [...(begun.split('\n## ')[0] ?? '').matchAll(/^\| `([^`]+)`/gm)].map(([, cell = '']) => cell)
}

/** Links without an address of their own. */
function linksIn(page: string): string[] {
  return [...page.matchAll(/\]\(([^)#\s]+)[^)]*\)/g)].map(([, link = '']) => link).filter(link => !/^\w+:/.test(link))
}

function isPattern(file: string): boolean {
  return file.includes('*')
}
