import { formatQuery, type ViewerLimits, type WireForm } from '@tickway/protocol';

/** What a query says beside the wish: the form, and limits where it is the server that keeps them. */
export const formQuery = (form: WireForm, limits: ViewerLimits = {}): Readonly<Record<string, string>> =>
  Object.fromEntries(formatQuery([], limits, form));

/** What a request must accept to get its form. */
export const acceptEncoding = ({ compress }: WireForm): Readonly<Record<string, string>> =>
  compress ? { 'Accept-Encoding': 'deflate' } : {};
