import { Component } from '@angular/core';

@Component({ selector: 'tw-claims-view', template: '' })
export class ClaimsView {}
