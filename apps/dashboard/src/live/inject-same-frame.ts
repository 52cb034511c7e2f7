import { ApplicationRef, inject } from '@angular/core';

/**
 * Has the page drawn within the animation frame that calls it, once however many call. By itself Angular draws in a task of
 * its own after the frame, so that what came is seen a frame later, and two frames are made where one would do.
 */
export function injectSameFrame(): () => void {
  const application = inject(ApplicationRef);
  let asked = false;
  return () => {
    if (asked) return;
    asked = true;
    // After everything else that this frame brings, and still before the browser draws it.
    void Promise.resolve().then(() => {
      asked = false;
      if (!application.destroyed) application.tick();
    });
  };
}
