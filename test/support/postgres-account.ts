import { spawnSync } from 'node:child_process'

/** The account a child process runs under; empty: our own. */
export type Account = OtherAccount | Readonly<Record<string, never>>

interface OtherAccount {
  readonly uid: number
  readonly gid: number
}

/** PostgreSQL refuses to run as root: root takes another account, everybody else stays who they are. */
export function accountFor(uid: number | undefined): Account {
  if (uid !== 0) return {}
  const other = ['postgres', 'nobody'].map(accountNamed).find(account => account !== undefined)
  if (!other) throw new Error('running as root, and there is neither an account postgres nor nobody')
  return other
}

function accountNamed(name: string): OtherAccount | undefined {
  const [uid, gid] = ['-u', '-g'].map(flag => spawnSync('id', [flag, name]))
  if (uid?.status !== 0 || gid?.status !== 0) return undefined
  return { uid: Number(uid.stdout), gid: Number(gid.stdout) }
}

/** Whether it is another account than our own. */
export function isOther(account: Account): account is OtherAccount {
  return 'uid' in account
}
