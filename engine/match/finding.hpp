// What the law contains: findings of measures in provisions, each element with the words that prove it, and
// near misses with what each lacked. Nothing here knows a convention.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "akn/document.hpp"
#include "base/ids.hpp"

namespace lacuna::match {

// How far from the norm an element stands; smaller is nearer.
enum class Distance : std::uint8_t { sentence, passage, section, definition, reference, part, act, set };
[[nodiscard]] std::string_view to_string(Distance distance);

// Words of the law. For an element proven by measure(x), `via` names x and the place is that of x's finding.
struct Evidence {
    DocumentId document;
    ProvisionId provision;                       // the provision whose block holds the words
    std::uint32_t text_begin = 0, text_end = 0;  // bytes of Document::text
    Distance distance = Distance::passage;
    std::string label;  // concept that matched, e.g. "computer-system"
    MeasureId via;
    // Where the words are a term that the act defines, and the concept was found in its definition.
    struct Definition {
        ProvisionId provision;
        std::uint32_t term_begin = 0, term_end = 0;  // bytes of Document::text: the term where it is defined
        std::uint32_t text_begin = 0, text_end = 0;  // from there to the end of the noun that says what it is
        auto operator<=>(Definition const&) const = default;
    };
    std::vector<Definition> through{};
    auto operator<=>(Evidence const&) const = default;
};

// What an element that was not found still lacks, of the alternative of its condition of which most is there.
struct Lack {
    std::vector<ConceptId> concepts;  // of these …
    std::uint32_t count = 1;          // … so many
    auto operator<=>(Lack const&) const = default;
};

struct ElementResult {
    ElementId element;
    bool found = false;
    Distance distance = Distance::passage;  // nearest at which it was found
    std::vector<Evidence> evidence;         // in reading order; empty when not found
    std::string failed;                     // not found: the part of the condition that failed, in rule words
    std::vector<Lack> lacks{};              // not found: what is to be added, as far as concepts can say it
    std::vector<MeasureId> elsewhere{};     // not found: rules that would supply it from anywhere in the set
};

struct Finding {
    MeasureId measure;
    DocumentId document;
    ProvisionId unit;                     // the basic unit
    ProvisionId passage;                  // leaf of the passage that was read
    std::vector<ElementResult> elements;  // one for each element and option of the measure, in order
    ElementResult gate;                   // what made it a provision of its kind
    akn::Force force = akn::Force::in_force;
    bool quoted = false;  // text of another act in an amending act
    // Share of the concepts that the measure needs which the heading of the unit names too. It ranks findings
    // that are otherwise alike; it decides nothing, because headings mislead.
    double headed = 0;
    // Share of the words of that heading which those concepts take: how much it speaks of nothing else.
    double only_headed = 0;
    std::string language{};  // whose lexicon read it; empty: as the act
    [[nodiscard]] bool has(ElementId id) const { return elements[id.index()].found; }
};

// A unit that came near: what was found, and what failed.
struct NearMiss {
    MeasureId measure;
    DocumentId document;
    ProvisionId unit, passage;
    std::vector<ElementResult> elements;
    std::string reason;       // "gate", "needs: conduct", "unless: …" in rule words
    std::uint32_t found = 0;  // elements found
};

// A measure that has neither finding nor near miss, and what it needs that no act of the set says.
struct Absence {
    MeasureId measure;
    std::vector<ConceptId> concepts;
};

// An act that is named and was not read.
struct NamedAct {
    std::string name;  // as first written
    DocumentId document;
    ProvisionId provision;                       // of the first mention
    std::uint32_t text_begin = 0, text_end = 0;  // bytes of Document::text
    std::uint32_t mentions = 0;
    std::vector<ConceptId> laws{};  // what its name says that it holds: of Catalogue::laws, sorted
};

// An act of the set that another repeals as a whole.
struct ActRepeal {
    DocumentId act, by;
    ProvisionId provision;  // of `by`
    std::uint32_t text_begin = 0,
                  text_end = 0;  // the words of `by` that say so, in bytes; in a list the name
};

// Why words of an act are no norm: the furniture of a web page, an example that explains a norm, the heading
// of the next chapter that ran on to the section before it.
enum class NoLaw : std::uint8_t { furniture, example, running_heading };

// Words of a provision that are no norm and were not matched.
struct SetAside {
    NoLaw why = NoLaw::furniture;
    DocumentId document;
    ProvisionId provision;
};

// A language other than the act's that the file gives a part of it.
struct PartLanguage {
    DocumentId document;
    std::string language;
    bool spoken = false;  // by a lexicon, so that the part was read
};

struct Findings {
    std::vector<Finding> findings;       // sorted by measure, document, unit
    std::vector<NearMiss> near_misses;   // at most a few for each measure, nearest first
    std::vector<Absence> absent;         // sorted by measure
    std::vector<std::string> languages;  // by act: whose lexicon read it; empty: none speaks its language
    std::vector<PartLanguage> parts;     // other languages of its parts, in the order of the set
    std::vector<std::vector<ConceptId>> laws;      // by act: what its title says that it holds
    std::vector<std::vector<ConceptId>> not_read;  // the same of EvaluateOptions::not_read
    std::vector<NamedAct> named;                   // most named first
    std::vector<SetAside> set_aside;               // blocks that hold no law, in the order of the set
    std::vector<ActRepeal> repeals;                // sorted by act, each once

    // Null when no act of the set repeals it.
    [[nodiscard]] ActRepeal const* repeal_of(DocumentId act) const;

    [[nodiscard]] std::string const& language_of(Finding const& finding) const {
        return finding.language.empty() ? languages[finding.document.index()] : finding.language;
    }
};

}  // namespace lacuna::match
