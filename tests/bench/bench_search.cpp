// Ten concepts looked for in every act of the corpus whose language is English, as a plain search would: how
// long reading takes, and tokens, scan and gaps. The scripts beside this set it against other programs:
//     bench_search FOLDER    writes the files that are searched to FOLDER/xml and their texts to FOLDER/text
#include <fmt/format.h>

#include <fstream>

#include "match/prepare.hpp"
#include "match/view.hpp"
#include "support.hpp"

namespace fs = std::filesystem;
using namespace lacuna;

namespace {

[[nodiscard]] std::size_t search(program::Program const& program, akn::StatuteSet const& set) {
    match::Preparer preparer(program);
    std::size_t found = 0;
    for (std::size_t row = 0; row < set.documents.size(); ++row) {
        auto const act = preparer.prepare(set.documents[row], DocumentId(row), "en");
        for (std::uint32_t segment = 0; segment < act.text.segments.size(); ++segment) {
            match::View view(act, std::span(&segment, 1));
            for (std::size_t i = 0; i < program.concepts.size(); ++i)
                found += view.concept_hits(ConceptId(i)).size();
        }
    }
    return found;
}

[[nodiscard]] bool is_english(akn::Document const& document) {
    auto const& languages = document.meta.languages;
    return !languages.empty() && languages.front() == "en";
}

void write(fs::path const& path, std::string_view bytes) {
    fs::create_directories(path.parent_path());
    std::ofstream(path, std::ios::binary) << bytes;
}

}  // namespace

int main(int argc, char** argv) {
    auto const all = bench::read_corpus("akn");
    auto const program =
        bench::compile_rules({fs::path(LACUNA_SOURCE_DIR) / "tests" / "bench" / "search" / "concepts.lac"});
    if (!program) return 1;
    bench::Corpus corpus{all.name, {}, 0};
    for (auto const& file : all.files) {
        SourceMap sources;
        auto const one = bench::read_documents({{}, {file}, 0}, sources);
        if (one.documents.empty() || !is_english(one.documents.front())) continue;
        if (argc > 1) {
            auto const name = fmt::format("{:03}", corpus.files.size());
            write(fs::path(argv[1]) / "xml" / (name + ".xml"), file);
            write(fs::path(argv[1]) / "text" / (name + ".txt"), one.documents.front().text);
        }
        corpus.files.push_back(file);
        corpus.megabytes += static_cast<double>(file.size()) / 1e6;
    }
    SourceMap sources;
    auto const set = bench::read_documents(corpus, sources);
    fmt::print("ten concepts: {}, {} files in English, {:.1f} MB; {} places; the best of {} runs\n",
               corpus.name, corpus.files.size(), corpus.megabytes, search(*program, set), bench::runs());
    bench::print_row("read and search", bench::seconds([&] {
                         SourceMap again;
                         (void)search(*program, bench::read_documents(corpus, again));
                     }));
    bench::print_row("search in what was read", bench::seconds([&] { (void)search(*program, set); }));
    return 0;
}
