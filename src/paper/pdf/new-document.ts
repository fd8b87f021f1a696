import { createRequire } from 'node:module'
import type PDFDocument from 'pdfkit'

/** A PDF of pdfkit, which is loaded with the first one: with its reader of fonts it would be a good part of every start. */
export function newDocument(options: PDFKit.PDFDocumentOptions): PDFKit.PDFDocument {
  kit ??= createRequire(import.meta.url)('pdfkit') as typeof PDFDocument
  return new kit(options)
}

let kit: typeof PDFDocument | undefined
