import { dirname, join } from 'node:path'
import type { Config } from '../config.ts'
import { packWords } from '../language/pack-words.ts'
import type { PrintRoom } from '../use-cases/paper/issue-pack.ts'
import { paths } from './paths.ts'

/** Where daily packs are made, as the settings say: in Polish, beside the SQLite file, or in `var` where the database is elsewhere. */
export function printRoomFrom(
  config: Pick<Config, 'DATABASE_URL' | 'PACK_MAIL_TO'>,
  post: PrintRoom['post'],
): Omit<PrintRoom, 'baseUrl'> {
  const file = /^file:(.+)$/.exec(config.DATABASE_URL)?.[1]
  return {
    ...plainPrintRoom(join(file === undefined ? 'var' : dirname(file), 'print')),
    ...(post && { post }),
    mailTo: officeId =>
      config.PACK_MAIL_TO.flatMap(pair => {
        const [office = '', address = ''] = pair.split('=')
        return office === officeId || office === '*' ? [address] : []
      }),
  }
}

/** One that sends nothing. */
export function plainPrintRoom(folder: string): Omit<PrintRoom, 'baseUrl'> {
  return { folder, language: 'pl', words: packWords('pl'), mailTo: () => [], sheetPath: (...sheet) => paths.sheet(...sheet) }
}
