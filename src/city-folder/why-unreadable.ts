/**
 * Why a file or a folder cannot be read, as a sentence.
 *
 * @param error  what the file system said; anything else is thrown on
 */
export function whyUnreadable(error: unknown): string {
  const { code, syscall } = error as NodeJS.ErrnoException
  if (code === undefined) throw error
  if (code === 'ENOENT') return syscall === 'scandir' ? 'there is no such folder' : 'this file is missing'
  if (code === 'EISDIR') return 'this is a folder, not a file'
  if (code === 'ENOTDIR') return 'this is a file, not a folder'
  return code === 'EACCES' ? 'the program is not allowed to read this' : `this cannot be read (${code})`
}
