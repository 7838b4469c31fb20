package org.dossier.web;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.dossier.web.json.ArticleJson;
import org.dossier.web.json.ArticleListJson;
import org.dossier.web.json.ArticleTextJson;
import org.dossier.web.json.CheckJson;
import org.dossier.web.json.CitationJson;
import org.dossier.web.json.ConversationJson;
import org.dossier.web.json.ConversationListJson;
import org.dossier.web.json.CountJson;
import org.dossier.web.json.DeletedJson;
import org.dossier.web.json.EvidenceJson;
import org.dossier.web.json.FollowUpsJson;
import org.dossier.web.json.GroupsJson;
import org.dossier.web.json.LineResultJson;
import org.dossier.web.json.PutResultJson;
import org.dossier.web.json.ReplyJson;
import org.dossier.web.json.SearchJson;
import org.dossier.web.json.StatementEventJson;
import org.dossier.web.json.StatementJson;
import org.dossier.web.json.TimelineJson;
import org.dossier.web.request.RequestPath;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/// Completes the OpenAPI document at build time with what applies to every operation: the problems
/// that any request can cause, and, taken from the records, the required and nullable fields. What
/// the code and the file both declare is declared once.
public final class ApiDocumentFilter implements OASFilter {
  private static final String RESPONSES = "#/components/responses/";

  private static final Map<String, String> DATE_FORMATS =
      Map.of("LocalDate", "date", "Instant", "date-time");

  private static final List<Class<? extends Record>> RESPONSE_TYPES =
      List.of(
          ReplyJson.class,
          ReplyJson.AbstentionJson.class,
          ReplyJson.AnsweredByJson.class,
          ReplyJson.ClarificationJson.class,
          ReplyJson.FiguresJson.class,
          ReplyJson.NoteJson.class,
          ReplyJson.PeriodJson.class,
          StatementJson.class,
          CitationJson.class,
          ArticleJson.class,
          ArticleTextJson.class,
          ArticleListJson.class,
          CheckJson.class,
          CheckJson.CheckedJson.class,
          CheckJson.FoundJson.class,
          PutResultJson.class,
          LineResultJson.class,
          DeletedJson.class,
          SearchJson.class,
          CountJson.class,
          CountJson.CountedArticleJson.class,
          TimelineJson.class,
          TimelineJson.EventJson.class,
          TimelineJson.QuotationJson.class,
          GroupsJson.class,
          GroupsJson.GroupJson.class,
          EvidenceJson.class,
          EvidenceJson.ScoresJson.class,
          EvidenceJson.SpanJson.class,
          ConversationJson.class,
          ConversationJson.TurnJson.class,
          ConversationJson.StoredFiltersJson.class,
          ConversationJson.UnavailableSourceJson.class,
          ConversationJson.FeedbackJson.class,
          ConversationListJson.class,
          ConversationListJson.ConversationSummaryJson.class,
          FollowUpsJson.class,
          ArchiveResource.ArchiveJson.class,
          ArchiveResource.ExamplesJson.class,
          PageTokenResource.TokenJson.class,
          EventStream.EvidenceEvent.class,
          StatementEventJson.class);

  @Override
  public void filterOpenAPI(OpenAPI document) {
    document
        .getPaths()
        .getPathItems()
        .forEach((path, item) ->
            item.getOperations()
                .values()
                .forEach(operation -> {
                  addProblems(path, operation);
                  declareParametersOnce(path, operation, document.getComponents().getParameters());
                }));
    var schemas = document.getComponents().getSchemas();
    DATE_FORMATS.keySet().forEach(name -> document.getComponents().removeSchema(name));
    for (var type : RESPONSE_TYPES) {
      complete(Objects.requireNonNull(schemas.get(name(type)), name(type)), type);
    }
  }

  /// Dates and instants become strings without schemas of their own. A reference has no type.
  /// Numeric parameters, which the code accepts as strings, become integers.
  @Override
  public Schema filterSchema(Schema schema) {
    var ref = schema.getRef();
    var format = ref == null ? null : DATE_FORMATS.get(simpleName(ref));
    if (format != null) {
      schema.setRef(null);
      schema.setType(List.of(Schema.SchemaType.STRING));
      schema.setFormat(format);
    }
    if (schema.getRef() != null) {
      // The referred schema has the type. Generators ignore or reject a second one.
      schema.setType(null);
    }
    if (schema.getType() != null && schema.getType().contains(Schema.SchemaType.INTEGER)) {
      schema.setType(List.of(Schema.SchemaType.INTEGER));
    }
    return schema;
  }

  /// Removes the parameters of the code that the file declares by reference, and puts those of the
  /// path first, in its order: they are the first arguments of generated methods.
  ///
  /// @param shared the parameters that are referred to, by their names in the document
  private static void declareParametersOnce(
      String path, Operation operation, Map<String, Parameter> shared) {
    var parameters = operation.getParameters();
    if (parameters == null) {
      return;
    }
    var byPlace = new LinkedHashMap<String, Parameter>();
    for (var parameter : parameters) {
      var ref = parameter.getRef();
      var place = place(ref == null ? parameter : required(shared, simpleName(ref)));
      if (ref == null) {
        byPlace.putIfAbsent(place, parameter);
      } else {
        byPlace.put(place, parameter);
      }
    }
    operation.setParameters(
        byPlace.entrySet().stream()
            .sorted(Comparator.comparingInt(entry -> order(path, entry.getKey())))
            .map(Map.Entry::getValue)
            .toList());
  }

  private static int order(String path, String place) {
    int index = path.indexOf('{' + place.substring(place.indexOf(' ') + 1) + '}');
    return place.startsWith("path ") && index >= 0 ? index : Integer.MAX_VALUE;
  }

  private static Parameter required(Map<String, Parameter> shared, String name) {
    return Objects.requireNonNull(shared.get(name), name);
  }

  private static String place(Parameter parameter) {
    return parameter.getIn() + " " + parameter.getName();
  }

  private static String simpleName(String ref) {
    return ref.substring(ref.lastIndexOf('/') + 1);
  }

  private static void addProblems(String path, Operation operation) {
    if (RequestPath.isOpenAi(path) || RequestPath.isMcp(path)) {
      // The operations declare errors in the form of their protocol.
      return;
    }
    if (!path.equals("/api/token")) {
      addProblem(operation, "401", "Unauthorized");
    }
    addProblem(operation, "403", "Forbidden");
    addProblem(operation, "429", "Limited");
    addProblem(operation, "406", "NotAcceptable");
    addProblem(operation, "421", "Misdirected");
    addProblem(operation, "500", "Failed");
    addProblem(operation, "503", "Busy");
    addProblem(operation, "504", "TooSlow");
  }

  private static void addProblem(Operation operation, String status, String response) {
    operation
        .getResponses()
        .addAPIResponse(status, OASFactory.createAPIResponse().ref(RESPONSES + response));
  }

  /// Every component is required, because the encoder writes every component, including `null`.
  private static void complete(Schema schema, Class<? extends Record> type) {
    var components = Arrays.asList(type.getRecordComponents());
    schema.setRequired(components.stream().map(RecordComponent::getName).toList());
    for (var component : components) {
      if (component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
        allowNull(
            Objects.requireNonNull(
                schema.getProperties().get(component.getName()), component.getName()));
      }
    }
  }

  private static void allowNull(Schema property) {
    if (property.getRef() == null) {
      property.addType(Schema.SchemaType.NULL);
      return;
    }
    var referred = OASFactory.createSchema().ref(property.getRef());
    property.setRef(null);
    property.setAnyOf(List.of(referred, OASFactory.createSchema().addType(Schema.SchemaType.NULL)));
  }

  private static String name(Class<?> type) {
    return type.getAnnotation(org.eclipse.microprofile.openapi.annotations.media.Schema.class)
        .name();
  }
}
