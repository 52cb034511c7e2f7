import { askStats } from './target';

it('names the server that does not answer', async () => {
  await expect(askStats('http://127.0.0.1:1')).rejects.toThrow('no server answers at http://127.0.0.1:1');
});
