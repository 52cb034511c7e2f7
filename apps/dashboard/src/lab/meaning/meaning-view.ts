import { Component } from '@angular/core';

@Component({ selector: 'tw-meaning-view', template: '' })
export class MeaningView {}
