// The whole check over real files with every pack loaded, on one thread, as a ratio to pugixml's bare parse
// of the same bytes in the same run, and each of its steps; then two threads against one.
#include <fmt/format.h>

#include "country/country.hpp"
#include "coverage/assessment.hpp"
#include "match/evaluate.hpp"
#include "support.hpp"

using namespace lacuna;

namespace {

void assess_all(program::Catalogue const& catalogue, akn::StatuteSet const& set,
                match::Findings const& findings) {
    country::Selection const selection;
    for (std::size_t i = 0; i < catalogue.instruments.size(); ++i)
        (void)coverage::assess(catalogue, program::InstrumentId(i), set, findings, selection);
}

}  // namespace

int main() {
    auto const corpus = bench::read_corpus("akn");
    auto const program = bench::compile_rules({bench::rules_folder()});
    if (!program) return 1;
    fmt::print("the whole check: {}, {} files, {:.1f} MB; the best of {} runs\n", corpus.name,
               corpus.files.size(), corpus.megabytes, bench::runs());
    auto const& catalogue = program::catalogue(*program);
    match::EvaluateOptions one;
    one.threads = 1;
    one.explained = coverage::named_measures(catalogue);  // as check does
    auto const bare = bench::seconds([&] { bench::bare_parse(corpus); });
    bench::print_row("pugixml, bare parse", bare, bare);
    bench::print_row("check: read, scan, evaluate, assess", bench::seconds([&] {
                         SourceMap sources;
                         auto const set = bench::read_documents(corpus, sources);
                         assess_all(catalogue, set, match::evaluate(*program, set, one));
                     }),
                     bare, "3 x");
    SourceMap sources;
    auto const set = bench::read_documents(corpus, sources);
    bench::print_row("  reading", bench::seconds([&] {
                         SourceMap again;
                         (void)bench::read_documents(corpus, again);
                     }),
                     bare);
    bench::print_row("  tokens, scan, measures",
                     bench::seconds([&] { (void)match::evaluate(*program, set, one); }), bare);
    auto const findings = match::evaluate(*program, set, one);
    bench::print_row("  assessing, every instrument",
                     bench::seconds([&] { assess_all(catalogue, set, findings); }), bare);
    auto two = one;
    two.threads = 2;
    auto const alone = bench::wall_seconds([&] { (void)match::evaluate(*program, set, one); });
    double processors = 0;
    auto const both = bench::wall_seconds([&] { (void)match::evaluate(*program, set, two); }, &processors);
    fmt::print("{:<52}{:>25.2f} x   (target: 1.8 x)\n", "two threads, times as quick as one by the clock",
               alone / both);
    // What else runs on the machine takes from them: with fewer than two the ratio says little.
    fmt::print("{:<52}{:>25.2f}\n", "  processors that the two had, on average", processors);
    return 0;
}
