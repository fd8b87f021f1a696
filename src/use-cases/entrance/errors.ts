/** A code that no device can be enrolled with: wrong, used, or too old. It is not said which. */
export class CodeRefused extends Error {
  constructor() {
    super('device code refused')
    this.name = 'CodeRefused'
  }
}

/** A device that cannot be like this. */
export class DeviceRefused extends Error {
  readonly fault: 'office' | 'zone' | 'name' | 'printer-host'

  constructor(fault: DeviceRefused['fault']) {
    super(`device refused: ${fault}`)
    this.name = 'DeviceRefused'
    this.fault = fault
  }
}
