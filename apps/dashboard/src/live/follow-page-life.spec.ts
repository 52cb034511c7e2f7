import { followPageLife } from './follow-page-life';

function follow() {
  const done: string[] = [];
  const connection = { pause: () => void done.push('pause'), resume: () => void done.push('resume') };
  const stop = followPageLife(connection, window);
  const happens = (type: string, persisted = false) =>
    window.dispatchEvent(Object.assign(new Event(type), { persisted }));
  return { done, stop, happens };
}

describe('a page that the browser keeps still', () => {
  it('lets its connection go, and takes it up once when it is shown again', () => {
    const { done, stop, happens } = follow();
    happens('pageshow');
    happens('pagehide', true);
    document.dispatchEvent(new Event('freeze'));
    document.dispatchEvent(new Event('resume'));
    happens('pageshow', true);
    stop();
    expect(done).toEqual(['pause', 'pause', 'resume']);
  });

  it('does nothing when it is left for good', () => {
    const { done, stop, happens } = follow();
    happens('pagehide');
    stop();
    expect(done).toEqual([]);
  });

  it('goes on at once when there is a network again', () => {
    const { done, stop, happens } = follow();
    happens('offline');
    happens('online');
    stop();
    happens('online');
    expect(done).toEqual(['resume']);
  });
});
