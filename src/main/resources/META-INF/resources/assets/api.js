// Starts Swagger UI on the page /q/swagger-ui. No validator of another server is asked.
SwaggerUIBundle({
  url: '/q/openapi?format=json',
  dom_id: '#api',
  validatorUrl: null,
  deepLinking: true,
  defaultModelsExpandDepth: 0,
  docExpansion: 'list',
});
