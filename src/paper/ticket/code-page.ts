/** Whether a ticket printer's code page 852 has every sign of a text, once dashes and quotes are plain. */
export function isInCodePage852(text: string): boolean {
  return Array.from(withPlainSigns(text)).every(sign => (sign >= ' ' && sign <= '~') || letters.includes(sign))
}

/** The text with the plain form of signs that code page 852 lacks; § is among its control signs, too, and gets lost. */
export function withPlainSigns(text: string): string {
  return text.replace(/[–—„”“’‘…§\u00a0]/g, sign => plain[sign] ?? sign)
}

const plain: Readonly<Record<string, string>> = {
  ...{ '–': '-', '—': '-', '„': '"', '”': '"', '“': '"', '’': "'", '‘': "'", '…': '...', '§': 'par.', '\u00a0': ' ' },
}

/** The letters and signs of code page 852 above ASCII; its frames are left out. */
const letters = 'ÇüéâäůćçłëŐőîŹÄĆÉĹĺôöĽľŚśÖÜŤťŁ×čáíóúĄąŽžĘę¬źČş«»ÁÂĚŞŻżĂă¤đĐĎËďŇÍÎěŢŮÓßÔŃńňŠšŔÚŕŰýÝţ´˝˛ˇ˘÷¸°¨˙űŘř'
