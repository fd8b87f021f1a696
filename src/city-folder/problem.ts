/** What is wrong in a city folder, said so that whoever edited the file can mend it. */
export interface Problem {
  /** The file, from the folder on: `services/car.yaml`. */
  readonly file: string
  /** Counted from 1. */
  readonly line: number
  readonly message: string
}

/** A fault in the text of one file, before its line is counted. */
export interface TextFault {
  /** Signs from the beginning of the text. */
  readonly offset: number
  readonly message: string
}
