import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

/** The files of the one type family that carries ą ę ł ż and ї є ґ, each read when it is first asked for. */
export const fonts = {
  get regular() {
    return (regular ??= fontFile('400Regular'))
  },
  get bold() {
    return (bold ??= fontFile('700Bold'))
  },
}

let regular: Buffer | undefined
let bold: Buffer | undefined

function fontFile(weight: string): Buffer {
  const files = createRequire(import.meta.url)
  return readFileSync(files.resolve(`@expo-google-fonts/noto-sans/${weight}/NotoSans_${weight}.ttf`))
}
