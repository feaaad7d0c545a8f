package dev.tr116.server.script;

import static java.time.Duration.ofMillis;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProfileTest {
  private static final DecodeRate HUNDRED = DecodeRate.of(100);

  @Test
  void aloneAnAnswerTakesItsPrefillAndAGapForEveryTokenButTheFirst() {
    var profile = Profile.of(Answer.of(ofMillis(200), 51, HUNDRED));

    var course = profile.alone(0);

    assertThat(course.firstToken()).isEqualTo(200_000_000);
    assertThat(course.tokens()).hasSize(51).startsWith(200_000_000L, 210_000_000L, 220_000_000L);
    assertThat(course.prefill()).isEqualTo(ofMillis(200));
    assertThat(course.decode()).isEqualTo(ofMillis(500));
    assertThat(course.wall()).isEqualTo(ofMillis(700));
  }

  @Test
  void withoutContentionTheOthersDoNotMatter() {
    var profile =
        Profile.of(Answer.of(ofMillis(200), 51, HUNDRED), Answer.of(ofMillis(100), 91, HUNDRED));

    assertThat(walls(profile)).containsExactly(ofMillis(700), ofMillis(1000));
  }

  @Test
  void whoeverDecodesAlongsideIsSlowedFromTheFirstToTheLastTokenTheyShare() {
    var shared = HUNDRED.slowedBy(2);
    // The second is alone until 300 ms and has 20 tokens by then; together they need 20 ms each;
    // the first is through with its 30 after 600 ms more, the second then has 50 of its 60.
    var profile =
        Profile.of(Answer.of(ofMillis(300), 31, shared), Answer.of(ofMillis(100), 61, shared));

    var courses = profile.together();

    assertThat(walls(profile)).containsExactly(ofMillis(900), ofMillis(1000));
    assertThat(courses.getLast().tokens().get(20)).isEqualTo(300_000_000);
    assertThat(courses.getLast().tokens().get(21)).isEqualTo(320_000_000);
    assertThat(courses.getLast().tokens().get(51)).isCloseTo(910_000_000, within(1L));
  }

  @Test
  void threeAndMoreTakeTheSlowdownForTheirNumber() {
    var answer = Answer.of(ofMillis(100), 11, HUNDRED.slowedBy(2, 3));

    assertThat(walls(Profile.of(answer, answer))).containsOnly(ofMillis(300));
    assertThat(walls(Profile.of(answer, answer, answer))).containsOnly(ofMillis(400));
    assertThat(walls(Profile.of(answer, answer, answer, answer))).containsOnly(ofMillis(400));
  }

  @Test
  void eachMayBeSlowedInItsOwnMeasure() {
    var profile =
        Profile.of(
            Answer.of(ofMillis(100), 11, HUNDRED.slowedBy(2)),
            Answer.of(ofMillis(100), 41, HUNDRED));

    assertThat(walls(profile)).containsExactly(ofMillis(300), ofMillis(500));
  }

  @Test
  void oneServerServesOneAfterTheOtherAndLoadsOnce() {
    var profile = Profile.onOneServer(3, Answer.of(ofMillis(100), 11, HUNDRED).cold(ofMillis(50)));

    var courses = profile.together();

    assertThat(walls(profile)).containsExactly(ofMillis(250), ofMillis(450), ofMillis(650));
    assertThat(courses).extracting(Course::queue).containsExactly(ms(0), ms(250), ms(450));
    assertThat(courses).extracting(Course::load).containsExactly(ms(50), ms(0), ms(0));
    assertThat(courses).extracting(Course::prefill).containsOnly(ofMillis(100));
  }

  @Test
  void aSingleTokenIsNotDecoded() {
    var shared = HUNDRED.slowedBy(2);
    var profile =
        Profile.of(Answer.of(ofMillis(100), 1, shared), Answer.of(ofMillis(100), 11, shared));

    assertThat(walls(profile)).containsExactly(ofMillis(100), ofMillis(200));
  }

  @Test
  void anotherModelIsLoadedAgain() {
    var answer = Answer.of(ofMillis(100), 11, HUNDRED).cold(ofMillis(50));
    var timetable = new Timetable(0);
    var calls =
        List.of(
            new Timetable.Call(1, 0, "a", answer, 0),
            new Timetable.Call(2, 0, "a", answer, 0),
            new Timetable.Call(3, 0, "b", answer, 0));

    calls.forEach(timetable::arrive);

    assertThat(calls)
        .extracting(call -> timetable.plan().get(call).load())
        .containsExactly(ms(50), ms(0), ms(50));
  }

  @Test
  void aCallThatIsGivenUpLeavesTheDeviceToTheOthers() {
    var answer = Answer.of(Duration.ZERO, 11, HUNDRED.slowedBy(2));
    var timetable = new Timetable(0);
    var stays = new Timetable.Call(1, 0, "a", answer, 0);
    var leaves = new Timetable.Call(2, 1, "a", answer, 0);
    timetable.arrive(stays);
    timetable.arrive(leaves);

    timetable.leave(leaves, 100_000_000);

    assertThat(timetable.plan()).containsOnlyKeys(stays);
    assertThat(timetable.plan().get(stays).wall()).isEqualTo(ofMillis(150));
  }

  @Test
  void whatCannotBeGeneratedSaysSo() {
    assertThatThrownBy(() -> Answer.of(Duration.ZERO, 0, HUNDRED))
        .hasMessageContaining("at least one token");
    assertThatThrownBy(() -> DecodeRate.of(0)).hasMessageContaining("above 0");
    assertThatThrownBy(
            () ->
                new Profile(
                    List.of(
                        Answer.of(Duration.ZERO, 1, HUNDRED), Answer.of(Duration.ZERO, 2, HUNDRED)),
                    true))
        .hasMessageContaining("a server of its own");
  }

  private static Duration ms(long millis) {
    return ofMillis(millis);
  }

  /** To the nearest microsecond, since a due moment is rounded to ns. */
  private static List<Duration> walls(Profile profile) {
    return profile.together().stream()
        .map(course -> Duration.ofNanos(1000 * Math.round(course.wall().toNanos() / 1000.0)))
        .toList();
  }
}
