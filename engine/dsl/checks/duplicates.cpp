// A name is declared once in a pack; a concept once in each language.
#include <fmt/format.h>

#include "dsl/checks/checks.hpp"

namespace lacuna::dsl {
namespace {

class Seen {
  public:
    explicit Seen(Diagnostics& diagnostics) : diagnostics_(diagnostics) {}
    void add(std::string key, Name const& name, std::string_view what, std::string const& where = {}) {
        auto const [first, fresh] = first_.emplace(std::move(key), &name);
        if (fresh) return;
        auto diagnostic = diagnose(Code::rule_duplicate, name.span,
                                   fmt::format("{} '{}' is declared twice{}", what, name.text, where),
                                   "give one of them another name, or join the two");
        diagnostic.others.push_back({first->second->span, "first declared here"});
        diagnostics_.add(std::move(diagnostic));
    }

  private:
    std::unordered_map<std::string, Name const*> first_;
    Diagnostics& diagnostics_;
};

void of_file(File const& file, Seen& seen) {
    for (auto const& one : file.concepts)
        seen.add(fmt::format("concept {} {}", one.name.text, one.language), one.name, "concept",
                 fmt::format(" in the lexicon {}", one.language));
    for (auto const& one : file.measures) seen.add("measure " + one.name.text, one.name, "measure");
    for (auto const& one : file.kinds) seen.add("kind " + one.name.text, one.name, "kind");
    for (auto const& one : file.instruments) {
        seen.add("instrument " + one.name.text, one.name, "instrument");
        for (auto const& article : one.articles) {
            seen.add(fmt::format("article {} {}", one.name.text, article.id.text), article.id, "article");
            for (auto const& obligation : article.obligations)
                seen.add(fmt::format("obligation {} {}", one.name.text, obligation.id.text), obligation.id,
                         "obligation");
        }
    }
}

}  // namespace

void check_duplicates(Pack const& pack, Diagnostics& diagnostics) {
    Seen seen(diagnostics);
    for (auto const& file : pack.files) of_file(file, seen);
    for (auto const& file : pack.files) {
        for (auto const& kind : file.kinds)
            for (auto const& element : kind.elements)
                seen.add(fmt::format("element {} {}", kind.name.text, element.text), element, "element");
        for (auto const& measure : file.measures)
            for (auto const& element : measure.elements)
                seen.add(fmt::format("part {} {}", measure.name.text, element.name.text), element.name,
                         element.option ? "option" : "element");
    }
}

}  // namespace lacuna::dsl
