import type { PasswordFault } from '../../domain/staff/names.ts'

/** Name, password or code is wrong, or the account does not work; it is never said which. */
export class SignInRefused extends Error {
  constructor() {
    super('sign-in refused')
    this.name = 'SignInRefused'
  }
}

/** A recovery code that was good once, and is used up. */
export class RecoveryCodeUsed extends SignInRefused {
  constructor() {
    super()
    this.name = 'RecoveryCodeUsed'
  }
}

/** Too many tries in a row: so many seconds must pass before the next. */
export class TooManyTries extends Error {
  readonly seconds: number

  constructor(seconds: number) {
    super(`too many tries: again in ${seconds} s`)
    this.name = 'TooManyTries'
    this.seconds = seconds
  }
}

/** A password that cannot be chosen, or an old one that is not the right one. */
export class PasswordRefused extends Error {
  readonly fault: PasswordFault | 'wrong-old' | 'same-as-old'

  constructor(fault: PasswordRefused['fault']) {
    super(`password refused: ${fault}`)
    this.name = 'PasswordRefused'
    this.fault = fault
  }
}

/** An account that cannot be like this: its name, its roles, or the last administrator gone. */
export class AccountRefused extends Error {
  readonly fault: 'name' | 'name-taken' | 'no-role' | 'office' | 'department' | 'admin-everywhere' | 'last-admin' | 'own-account'

  constructor(fault: AccountRefused['fault']) {
    super(`account refused: ${fault}`)
    this.name = 'AccountRefused'
    this.fault = fault
  }
}
