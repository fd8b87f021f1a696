import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

/** The files of the one type family that carries ą ę ł ż and ї є ґ. */
export const fonts = { regular: fontFile('400Regular'), bold: fontFile('700Bold') }

function fontFile(weight: string): Buffer {
  const files = createRequire(import.meta.url)
  return readFileSync(files.resolve(`@expo-google-fonts/noto-sans/${weight}/NotoSans_${weight}.ttf`))
}
