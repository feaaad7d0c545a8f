package dev.tr116.results;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * How records of a class are taken apart and made; looked up once, as that takes longer than a
 * record.
 *
 * @param components in their order
 * @param places of the components, by name
 * @param constructor that takes them
 */
record Shape(List<Component> components, Map<String, Integer> places, Constructor<?> constructor) {
  private static final ClassValue<Shape> SHAPES =
      new ClassValue<>() {
        @Override
        protected Shape computeValue(Class<?> type) {
          return look(type);
        }
      };

  /** One component with the type it is declared with. */
  record Component(String name, Type type, Method accessor) {
    Object of(Record from) {
      try {
        return accessor.invoke(from);
      } catch (IllegalAccessException | InvocationTargetException impossible) {
        throw new IllegalStateException(accessor + " can always be called", impossible);
      }
    }
  }

  static Shape of(Class<?> type) {
    return SHAPES.get(type);
  }

  private static Shape look(Class<?> type) {
    var components = type.getRecordComponents();
    var types = Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    try {
      var constructor = type.getDeclaredConstructor(types);
      constructor.trySetAccessible();
      return new Shape(
          Arrays.stream(components).map(Shape::component).toList(),
          IntStream.range(0, components.length)
              .boxed()
              .collect(Collectors.toMap(i -> components[i].getName(), i -> i)),
          constructor);
    } catch (NoSuchMethodException impossible) {
      throw new IllegalStateException(type + " is a record", impossible);
    }
  }

  private static Component component(RecordComponent component) {
    var accessor = component.getAccessor();
    accessor.trySetAccessible();
    return new Component(component.getName(), component.getGenericType(), accessor);
  }
}
