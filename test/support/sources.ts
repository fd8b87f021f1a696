import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import ts from 'typescript'

/** A file of the program, as the tests of its layout see it. */
export interface Source {
  /** From the root folder, with slashes: `src/domain/city.ts`. */
  readonly path: string
  readonly text: string
}

/** What a file takes from elsewhere. */
export interface Import {
  /** As written: `knex`, `node:fs`, `../time.ts`. */
  readonly from: string
  /** Only types are taken, so nothing of it is there when the program runs. */
  readonly typesOnly: boolean
}

const rootFolder = path.resolve(import.meta.dirname, '../..')

/** Every TypeScript file under `src`. */
export function sources(): Source[] {
  return readdirSync(path.join(rootFolder, 'src'), { recursive: true, encoding: 'utf8' })
    .map(file => `src/${file.split(path.sep).join('/')}`)
    .filter(file => file.endsWith('.ts'))
    .sort()
    .map(file => ({ path: file, text: readFileSync(path.join(rootFolder, file), 'utf8') }))
}

/** Every import and re-export of a file, `await import(…)` included. */
export function importsOf(source: Source): Import[] {
  const written = parse(source).statements.flatMap(importIn)
  const seen = new Set(written.map(found => found.from))
  const others = ts.preProcessFile(source.text).importedFiles.filter(found => !seen.has(found.fileName))
  return [...written, ...others.map(found => ({ from: found.fileName, typesOnly: false }))]
}

/** The names of exported functions and classes before which no docstring stands. */
export function undocumented(source: Source): string[] {
  const file = parse(source)
  return file.statements
    .filter(statement => isExportedCode(statement) && !hasDocstring(statement, source.text))
    .map(statement => /\b(?:function\*?|class|const)\s+(\w+)/.exec(statement.getText(file))?.[1] ?? '?')
}

function parse(source: Source): ts.SourceFile {
  return ts.createSourceFile(source.path, source.text, ts.ScriptTarget.ES2023, true)
}

function importIn(statement: ts.Statement): Import[] {
  if (!ts.isImportDeclaration(statement) && !ts.isExportDeclaration(statement)) return []
  if (!statement.moduleSpecifier || !ts.isStringLiteral(statement.moduleSpecifier)) return []
  const typesOnly = ts.isExportDeclaration(statement)
    ? statement.isTypeOnly
    : statement.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword
  return [{ from: statement.moduleSpecifier.text, typesOnly }]
}

function isExportedCode(statement: ts.Statement): boolean {
  const exported = ts.canHaveModifiers(statement) && ts.getModifiers(statement)?.some(isExport)
  if (!exported) return false
  if (ts.isFunctionDeclaration(statement) || ts.isClassDeclaration(statement)) return true
  return ts.isVariableStatement(statement) && statement.declarationList.declarations.some(holdsFunction)
}

function isExport(modifier: ts.Modifier): boolean {
  return modifier.kind === ts.SyntaxKind.ExportKeyword
}

function holdsFunction(declaration: ts.VariableDeclaration): boolean {
  return declaration.initializer !== undefined && ts.isArrowFunction(declaration.initializer)
}

function hasDocstring(statement: ts.Statement, text: string): boolean {
  const comments = ts.getLeadingCommentRanges(text, statement.getFullStart()) ?? []
  return comments.some(comment => text.startsWith('/**', comment.pos))
}
