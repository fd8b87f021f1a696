import type { Transporter } from 'nodemailer'
import type { Mail } from './booking-mail.ts'

/** A mail server that says nothing is waited for so long. Nodemailer would wait for minutes. */
const patience = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000 }

/**
 * Carries mail over SMTP.
 *
 * @param url   `smtp://name:password@host:port` or `smtps://…`
 * @param from  the sender's address
 * @returns     rejects if the server did not take it, for now or for good; the id stays the same when it is tried again
 */
export function smtpPost(
  url: string,
  from: string,
): (mail: Mail & { readonly to: string; readonly id: string }) => Promise<void> {
  let transport: Transporter | undefined // loaded with the first mail
  const domain = from.split('@').at(-1)?.replace('>', '') ?? 'okienko'
  return async mail => {
    transport ??= (await import('nodemailer')).createTransport({ url, ...patience })
    await transport.sendMail({
      from,
      to: mail.to,
      subject: mail.subject,
      text: mail.text,
      messageId: `<${mail.id}@${domain}>`,
      headers: { 'Content-Language': mail.language, 'Auto-Submitted': 'auto-generated' },
      ...(mail.attachment !== undefined && {
        attachments: [{ filename: mail.attachment.name, contentType: mail.attachment.type, content: mail.attachment.content }],
      }),
      ...(mail.calendar !== undefined && {
        icalEvent: { method: mail.calendar.method, filename: 'wizyta.ics', content: mail.calendar.content },
      }),
    })
  }
}
