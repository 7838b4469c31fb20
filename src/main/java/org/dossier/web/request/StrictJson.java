package org.dossier.web.request;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.type.LogicalType;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.dossier.web.problem.ProblemException;
import org.dossier.web.problem.ProblemType;

/// A strict JSON parser: an unknown or repeated field, or a value of the wrong type, is an error
/// that names its location.
public final class StrictJson {
  private static final JsonMapper JSON = mapper();

  /// A second location in the parser's message, which refers to the parser's own settings.
  private static final Pattern START_MARKER = Pattern.compile(" \\(start marker at .*\\)$");

  private StrictJson() {}

  /// @throws ProblemException stating where and why `json` is not a `type`
  public static <T> T read(String json, Class<T> type) {
    try {
      T value = JSON.readValue(json, type);
      if (value == null) {
        throw ProblemException.of(
            ProblemType.INVALID_FIELD, "The body is null; it must be a JSON object.");
      }
      return value;
    } catch (UnrecognizedPropertyException e) {
      throw unknownField(e);
    } catch (JsonMappingException e) {
      throw wrongType(e);
    } catch (JsonProcessingException e) {
      throw malformed(e);
    }
  }

  private static ProblemException malformed(JsonProcessingException e) {
    var message = START_MARKER.matcher(e.getOriginalMessage()).replaceAll("");
    return ProblemException.of(ProblemType.MALFORMED_JSON, message + where(e));
  }

  private static ProblemException unknownField(UnrecognizedPropertyException e) {
    Collection<Object> known = e.getKnownPropertyIds();
    var names = known.stream().map(String::valueOf).sorted().collect(Collectors.joining(", "));
    var field = path(e);
    return ProblemException.of(
            ProblemType.UNKNOWN_FIELD,
            "%s: is an unknown field%s; the known fields are %s".formatted(field, where(e), names))
        .withField(field);
  }

  private static ProblemException wrongType(JsonMappingException e) {
    var field = path(e);
    if (!(e instanceof MismatchedInputException mismatch) || mismatch.getTargetType() == null) {
      return malformed(e);
    }
    var problemException =
        ProblemException.of(
            ProblemType.INVALID_FIELD,
            "%s: must be %s%s"
                .formatted(
                    field.isEmpty() ? "The body" : field,
                    name(mismatch.getTargetType()),
                    where(e)));
    return field.isEmpty() ? problemException : problemException.withField(field);
  }

  private static String name(Class<?> type) {
    if (type == LocalDate.class) {
      return "a date such as 2011-11-30";
    }
    if (type == String.class) {
      return "a string";
    }
    if (type == Boolean.class) {
      return "true or false";
    }
    return Collection.class.isAssignableFrom(type) ? "an array of strings" : "an object";
  }

  private static String where(JsonProcessingException e) {
    var location = e.getLocation();
    return location == null
        ? ""
        : " (line %d, column %d)".formatted(location.getLineNr(), location.getColumnNr());
  }

  /// A path such as `filters.publishers[2]`; empty for the body as a whole.
  private static String path(JsonMappingException e) {
    var path = new StringBuilder();
    for (var step : e.getPath()) {
      if (step.getFieldName() == null) {
        path.append('[').append(step.getIndex()).append(']');
      } else {
        path.append(path.isEmpty() ? "" : ".").append(step.getFieldName());
      }
    }
    return path.toString();
  }

  private static JsonMapper mapper() {
    return JsonMapper.builder()
        .addModule(new SimpleModule().addDeserializer(LocalDate.class, new IsoDay()))
        .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
        .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
        .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
        .withCoercionConfig(
            LogicalType.Textual,
            textual ->
                textual
                    .setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                    .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                    .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
        .build();
  }

  private static final class IsoDay extends StdScalarDeserializer<LocalDate> {
    private static final long serialVersionUID = 1L;

    IsoDay() {
      super(LocalDate.class);
    }

    @Override
    public LocalDate deserialize(JsonParser parser, DeserializationContext context)
        throws IOException {
      var text = parser.getValueAsString("");
      var day = IsoDates.parse(text);
      if (day == null) {
        return (LocalDate)
            context.handleWeirdStringValue(LocalDate.class, text, "not a date such as 2011-11-30");
      }
      return day;
    }
  }
}
