import groovy.json.JsonSlurper
import groovy.xml.XmlSlurper

/** The test cases surefire reported, in order, and the files on their class path. */
Map reportOf(String invocation) {
  def reports = new File(basedir, "target/$invocation/surefire-reports")
  def xml = new XmlSlurper().parse(new File(reports, 'TEST-com.example.AgentsTest.xml'))
  def classPath =
    xml.properties.property.find { it.@name == 'surefire.test.class.path' }.@value.text()
  [
    cases: xml.testcase.list(),
    files: classPath.split(File.pathSeparator).collect { new File(it).name }
  ]
}

List<File> recordsOf(String invocation) {
  def records = []
  def results = new File(basedir, "target/$invocation/results")
  if (results.exists()) {
    results.eachFileRecurse { if (it.name == 'metrics.json') records << it }
  }
  records
}

def names = [
  'agentsDoNotWaitForEachOther(DualRun) gemma3 · chimera-homo · run 1/3',
  'agentsDoNotWaitForEachOther(DualRun) gemma3 · chimera-homo · run 2/3',
  'agentsDoNotWaitForEachOther(DualRun) gemma3 · chimera-homo · run 3/3',
  'objectivesAreMet(CellVerdict, CellMetrics) gemma3 · chimera-homo · verdict',
]

['junit': junitVersion, 'junit-next': junitNextVersion].each { invocation, version ->
  def report = reportOf(invocation)
  assert report.cases*.@name*.text() == names
  assert report.cases.every { it.children().every { it.name() == 'system-out' } }
  assert report.files.contains("junit-jupiter-api-${version}.jar" as String)
  assert report.files.every { !it.startsWith('allure') && !it.startsWith('llama') }
  def records = recordsOf(invocation).collect { new JsonSlurper().parse(it, 'UTF-8') }
  assert records.size() == 3
  assert records.every { it.backend.kind == 'scripted' }
}

['no-llama': 'add the dependency de.kherud:llama:',
 'no-preview': '<argLine>--enable-preview</argLine>'].each { invocation, advice ->
  def report = reportOf(invocation)
  assert report.cases.size() == 1
  assert report.cases[0].error.@message.text().contains(advice)
  assert recordsOf(invocation).isEmpty()
}

def log = new File(basedir, 'build.log').getText('UTF-8')
assert !log.contains('NoClassDefFoundError')
