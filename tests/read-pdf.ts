import PDFParser from 'pdf2json'

/** The words of a PDF, page by page, as somebody reads them. */
export function readPdf(bytes: Uint8Array): Promise<string[]> {
  return new Promise((resolve, reject) => {
    const parser = new PDFParser(null, true)
    parser.on('pdfParser_dataError', reject)
    parser.on('pdfParser_dataReady', () =>
      resolve(
        parser
          .getRawTextContent()
          .split(/-+Page \(\d+\) Break-+/)
          .slice(0, -1),
      ),
    )
    parser.parseBuffer(Buffer.from(bytes), 0)
  })
}
