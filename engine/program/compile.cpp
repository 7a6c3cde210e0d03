#include "program/compile.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <deque>
#include <map>
#include <set>

#include "base/parallel.hpp"
#include "program/catalogue_builder.hpp"
#include "program/clauses.hpp"
#include "program/condition_compiler.hpp"
#include "program/pattern_compiler.hpp"
#include "program/program.hpp"
#include "program/unsaid.hpp"
#include "text/language.hpp"

namespace lacuna::program {
namespace {

using Names = std::unordered_map<std::string, std::uint32_t>;

class Compiler {
  public:
    Compiler(dsl::Pack const& pack, unsigned threads) : pack_(pack), threads_(threads) {}

    std::shared_ptr<Program> run() {
        program_->catalogue = build_catalogue(pack_);
        for (auto const& file : pack_.files)
            for (auto const& declared : file.concepts) {
                (void)concept_row(declared.name.text);
                collect_binds(declared.pattern, program_->binds);
                if (declared.but_not) collect_binds(*declared.but_not, program_->binds);
            }
        compile_measures();
        compile_languages();
        find_clauses(*program_);
        rank_measures();
        find_known();
        title_concepts();
        resolve_laws(
            pack_, [this](std::string const& name) { return ConceptId(names_.at(name)); },
            program_->catalogue);
        find_unsaid(*program_);
        return program_;
    }

    // Quoted texts in which the language has no word, such as a dash alone.
    [[nodiscard]] std::set<Span> wordless() const {
        std::set<Span> all;
        for (auto const& compiler : patterns_)
            all.insert(compiler.wordless().begin(), compiler.wordless().end());
        return all;
    }

  private:
    std::uint32_t concept_row(std::string const& name) {
        auto const [row, fresh] =
            names_.try_emplace(name, static_cast<std::uint32_t>(program_->concepts.size()));
        if (fresh) program_->concepts.push_back(name);
        return row->second;
    }

    // By the gloss that the first of its languages gives; by its name where none does; an inline phrase by
    // its words.
    void title_concepts() {
        auto& titles = program_->catalogue.concept_titles;
        titles.resize(program_->concepts.size());
        for (auto const& file : pack_.files)
            for (auto const& declared : file.concepts)
                if (auto& title = titles[names_.at(declared.name.text)];
                    title.empty() && !declared.gloss.empty())
                    title = "“" + declared.gloss + "”";
        for (std::size_t row = 0; row < titles.size(); ++row) {
            auto const& name = program_->concepts[row];
            bool const phrase = name.front() == '"' || name.front() == '\'';
            if (titles[row].empty())
                titles[row] = quoted_name(phrase ? name.substr(1, name.size() - 2) : name);
        }
    }

    [[nodiscard]] text::Respellings respellings(std::string const& language) const {
        text::Respellings all;
        for (auto const& file : pack_.files)
            for (auto const& declared : file.spellings) {
                if (declared.language != language) continue;
                for (auto const& word : declared.words)
                    all.emplace_back(word.written.value, word.read_as.value);
            }
        return all;
    }

    // Side by side: what is said in one language is nothing to another. All names must be known.
    void compile_languages() {
        auto const& languages = program_->catalogue.languages;  // sorted
        for (auto const& language : languages)
            patterns_.emplace_back(language, respellings(language), names_, program_->binds);
        program_->languages.resize(languages.size());
        for_each_row(languages.size(), threads_, [&](std::size_t, std::size_t row) {
            program_->languages[row] = compile_language(languages[row], patterns_[row]);
        });
    }

    [[nodiscard]] LanguageCode compile_language(std::string const& language,
                                                PatternCompiler& compiler) const {
        for (auto const& file : pack_.files) {
            for (auto const& declared : file.concepts)
                if (declared.language == language)
                    compiler.add(ConceptId(names_.at(declared.name.text)), declared);
            for (auto const& quantity : file.quantities)
                if (quantity.language == language) compiler.add(quantity);
        }
        for (auto const& phrase : phrases_)
            compiler.add_phrase(phrase.id, phrase.text, phrase.exact, phrase.span);
        return compiler.finish(program_->concepts.size());
    }

    // An inline phrase is a concept of its own, said alike in every language.
    ConceptId phrase_concept(std::string const& text, bool exact, Span span) {
        auto const name = exact ? "'" + text + "'" : "\"" + text + "\"";
        auto const before = program_->concepts.size();
        ConceptId const id(concept_row(name));
        if (program_->concepts.size() > before) phrases_.push_back({id, text, exact, span});
        return id;
    }

    void compile_measures() {
        ConditionCompiler conditions(*program_, names_,
                                     [this](std::string const& text, bool exact, Span span) {
                                         return phrase_concept(text, exact, span);
                                     });
        std::map<std::string, ConditionId> gates;
        for (auto const& file : pack_.files)
            for (auto const& kind : file.kinds)
                if (kind.gate) gates[kind.name.text] = conditions.compile(*kind.gate);
        for (auto const& file : pack_.files) {
            for (auto const& declared : file.measures) {
                auto code = compile_measure(declared, conditions);
                if (!code.gate.valid() && gates.count(declared.kind.text) > 0)
                    code.gate = gates[declared.kind.text];
                program_->measures.push_back(std::move(code));
            }
        }
    }

    MeasureCode compile_measure(dsl::Measure const& declared, ConditionCompiler& conditions) {
        auto const& row = program_->catalogue.measures[program_->measures.size()];
        MeasureCode code;
        if (declared.gate) code.gate = conditions.compile(*declared.gate);
        for (auto const& element : declared.elements)
            code.elements.push_back(conditions.compile(element.condition));
        if (declared.needs) code.needs = conditions.compile(*declared.needs, &row);
        for (auto const& condition : declared.unless) code.unless.push_back(conditions.compile(condition));
        std::set<ConceptId> looked_for;
        if (code.needs.valid()) collect_concepts(code, code.needs, looked_for);
        code.looked_for.assign(looked_for.begin(), looked_for.end());
        code.needs_definition = any_node(
            code.needs, [](ConditionNode const& node) { return node.kind == dsl::Condition::Kind::defines; });
        code.gate_in_sentence = any_node(code.gate, [](ConditionNode const& node) {
            return std::find(node.scopes.begin(), node.scopes.end(), dsl::Scope::sentence) !=
                   node.scopes.end();
        });
        return code;
    }

    // Whether it is true of a part of a condition; elements that are named are not looked into.
    template <class Test>
    [[nodiscard]] bool any_node(ConditionId id, Test test) const {
        if (!id.valid()) return false;
        auto const& node = program_->at(id);
        if (test(node)) return true;
        for (auto row = node.child_begin; row < node.child_end; ++row)
            if (any_node(program_->condition_children[row], test)) return true;
        return false;
    }

    void collect_concepts(MeasureCode const& code, ConditionId id, std::set<ConceptId>& into) const {
        using Kind = dsl::Condition::Kind;
        auto const& node = program_->at(id);
        if (node.kind == Kind::negation) return;
        if (node.is_element) return collect_concepts(code, code.elements[node.value], into);
        if (node.kind == Kind::name || node.kind == Kind::words || node.kind == Kind::exact)
            into.insert(ConceptId(node.value));
        for (auto row = node.child_begin; row < node.child_end; ++row)
            collect_concepts(code, program_->condition_children[row], into);
    }

    // Measures that this one asks for.
    void collect_asked(ConditionId id, std::set<MeasureId>& into) const {
        using Kind = dsl::Condition::Kind;
        if (!id.valid()) return;
        auto const& node = program_->at(id);
        if (node.kind == Kind::measure || node.kind == Kind::refers_to) into.insert(MeasureId(node.value));
        for (auto row = node.child_begin; row < node.child_end; ++row)
            collect_asked(program_->condition_children[row], into);
    }

    std::size_t rank_of(std::size_t row, std::vector<std::size_t>& known) const {
        constexpr std::size_t unknown = 0;
        if (known[row] != unknown) return known[row];
        std::set<MeasureId> asked;
        auto const& code = program_->measures[row];
        collect_asked(code.gate, asked);
        collect_asked(code.needs, asked);
        for (auto const id : code.unless) collect_asked(id, asked);
        for (auto const id : code.elements) collect_asked(id, asked);
        std::size_t rank = 1;
        for (auto const id : asked) rank = std::max(rank, rank_of(id.index(), known) + 1);
        return known[row] = rank;
    }

    void rank_measures() {
        std::vector<std::size_t> known(program_->measures.size());
        for (std::size_t row = 0; row < known.size(); ++row) {
            auto const rank = rank_of(row, known);
            if (program_->ranks.size() < rank) program_->ranks.resize(rank);
            program_->ranks[rank - 1].push_back(MeasureId(row));
        }
    }

    void find_known() {
        auto const find = [&](std::string const& name) {
            auto const row = names_.find(name);
            return row == names_.end() ? ConceptId() : ConceptId(row->second);
        };
        program_->known = {find("term-definition"),  find("provision-name"),  find("range-word"),
                           find("list-word"),        find("this-instrument"), find("other-instrument"),
                           find("reference-to-any"), find("act-name-word"),   find("name-joiner"),
                           find("name-opener"),      find("page-furniture"),  find("within-provision"),
                           find("within-part"),      find("example-opener"),  find("example-closer"),
                           find("division-opener"),  find("act-repeal"),      find("act-number-word"),
                           find("meaning-word"),     find("meaning-opener"),  find("meaning-noun"),
                           find("meaning-closer"),   find("act-article")};
    }

    dsl::Pack const& pack_;
    std::shared_ptr<Program> program_ = std::make_shared<Program>();
    Names names_;
    struct InlinePhrase {
        ConceptId id;
        std::string text;
        bool exact = false;
        Span span;
    };
    std::vector<InlinePhrase> phrases_;
    std::deque<PatternCompiler> patterns_;  // by language
    unsigned threads_;
};

// Acts are read by one code of each language: a lexicon of another is never asked.
[[nodiscard]] bool languages_are_read(dsl::Pack const& pack, Diagnostics& diagnostics) {
    bool all = true;
    for (auto const& file : pack.files)
        for (auto const& lexicon : file.lexicons) {
            auto const code = text::language_code(lexicon.text);
            if (code == lexicon.text) continue;
            all = false;
            diagnostics.add(diagnose(
                Code::rule_unknown_language, lexicon.span,
                fmt::format("no act is read as '{}'", lexicon.text),
                code.empty()
                    ? fmt::format("the languages that are read: {}", fmt::join(text::languages(), ", "))
                    : fmt::format("write '{}', as acts in this language are read", code)));
        }
    return all;
}

}  // namespace

ProgramPtr compile(dsl::Pack const& pack, Diagnostics& diagnostics, unsigned threads) {
    if (!languages_are_read(pack, diagnostics)) return nullptr;
    Compiler compiler(pack, threads);
    auto program = compiler.run();
    for (auto const& span : compiler.wordless())
        diagnostics.add(diagnose(Code::rule_empty_pattern, span, "this text holds no word",
                                 "write the words to look for, or remove it"));
    if (!compiler.wordless().empty()) return nullptr;
    auto const wrong = verify(*program);
    if (wrong.empty()) return program;
    diagnostics.add(diagnose(Code::rule_too_large, {}, "the rules could not be compiled: " + wrong,
                             "this is an error of the program, not of the rules; please report it"));
    return nullptr;
}

Catalogue const& catalogue(Program const& program) {
    return program.catalogue;
}

}  // namespace lacuna::program
