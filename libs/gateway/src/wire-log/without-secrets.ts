const SECRET_HEADERS = /^(authorization|proxy-authorization|cookie|set-cookie):.*$/gim;
const SECRET_PARAMETERS = /([?&](?:token|key|secret|password)=)[^&\s]*/gi;

/** A head whose cookies, tokens and passwords are not shown: a recording may be saved and sent around. */
export function withoutSecrets(head: string): string {
  return head
    .replace(SECRET_HEADERS, (line) => `${line.slice(0, line.indexOf(':'))}: ••• (${line.length} B)`)
    .replace(SECRET_PARAMETERS, '$1•••');
}
