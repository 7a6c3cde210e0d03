// A small world for tests of coverage/ and report/: measures, an instrument, acts and findings made by hand,
// so that these rooms are tested without the matcher.
#pragma once

#include <algorithm>
#include <string>
#include <vector>

#include "coverage/assessment.hpp"

namespace lacuna::test {

struct Section {
    std::string num, heading, text;
    akn::Force force = akn::Force::in_force;
    bool quoted = false;
};

struct World {
    program::Catalogue catalogue;
    akn::StatuteSet set;
    match::Findings findings;
    country::Selection selection;
    SourceMap sources;

    World() {
        catalogue.languages = {"en"};
        catalogue.instruments.push_back({"test", "Test Convention", "T 1", "", {}});
    }

    MeasureId measure(std::string const& name, std::vector<std::string> const& elements,
                      std::vector<std::string> const& options = {}) {
        program::Measure made;
        made.name = name;
        made.kind = "offence";
        made.title = "Title of " + name;
        for (auto const& element : elements) made.elements.push_back({element, false, false, element});
        for (auto const& option : options) made.elements.push_back({option, true, false, option});
        catalogue.measures.push_back(std::move(made));
        return MeasureId(catalogue.measures.size() - 1);
    }

    // An obligation of the next row; change what is returned before the next call.
    program::Obligation& obligation(std::string const& id, MeasureId met_by,
                                    std::vector<std::string> const& with = {}) {
        program::Obligation made;
        made.id = id;
        made.article = id.substr(0, id.find('.'));
        made.article_title = "Article " + made.article;
        made.chapter = "II";
        made.chapter_title = "Chapter two";
        made.title = "Do what " + id + " asks";
        made.has_rules = met_by.valid();
        made.met_by.measure = met_by;
        made.with = with;
        made.asks = {"substantive"};
        catalogue.instruments[0].obligations.push_back(std::move(made));
        return catalogue.instruments[0].obligations.back();
    }

    DocumentId act(std::string const& title, std::vector<Section> const& sections,
                   std::string const& type = "act") {
        akn::Document document;
        document.meta.title = title;
        document.meta.document_type = type;
        document.meta.languages = {"en"};
        for (auto const& section : sections) add(document, section);
        auto const file = title + ".xml";
        document.source = sources.add(file, document.text);
        document.runs.push_back({0, 0});
        document.account.characters[akn::Account::provisions] = document.text.size();
        document.account.body = document.text.size();
        selection.files.push_back(file);
        set.files.push_back(file);
        set.documents.push_back(std::move(document));
        findings.languages.emplace_back("en");
        return DocumentId(set.documents.size() - 1);
    }

    // A finding in a section (from 0) with the named elements and options found at their first letters.
    match::Finding& finding(MeasureId id, DocumentId document, std::size_t section,
                            std::vector<std::string> const& found) {
        match::Finding made;
        made.measure = id;
        made.document = document;
        made.unit = made.passage = ProvisionId(section);
        auto const& act = set.at(document);
        auto const& provision = act.provisions[section];
        made.force = provision.force;
        made.quoted = provision.quoted;
        auto const& block = act.blocks[provision.block_end - 1];
        for (std::size_t i = 0; i < catalogue.at(id).elements.size(); ++i) {
            match::ElementResult element;
            element.element = ElementId(i);
            auto const& name = catalogue.at(id).elements[i].name;
            element.found = std::find(found.begin(), found.end(), name) != found.end();
            if (element.found) {
                auto const begin = std::min(block.begin + static_cast<std::uint32_t>(3 * i), block.end - 1);
                auto const end = std::min(begin + 12, block.end);
                element.evidence.push_back(
                    {document, ProvisionId(section), begin, end, match::Distance::passage, name, {}});
            } else {
                element.failed = "no " + name;
            }
            made.elements.push_back(std::move(element));
        }
        findings.findings.push_back(std::move(made));
        return findings.findings.back();
    }

    void near_miss(MeasureId id, DocumentId document, std::size_t section, std::uint32_t found) {
        match::NearMiss miss;
        miss.measure = id;
        miss.document = document;
        miss.unit = miss.passage = ProvisionId(section);
        miss.reason = "needs: conduct";
        miss.found = found;
        for (std::size_t i = 0; i < catalogue.at(id).elements.size(); ++i)
            miss.elements.push_back({ElementId(i), false, {}, {}, "no words"});
        findings.near_misses.push_back(std::move(miss));
    }

    [[nodiscard]] coverage::Assessment assess(coverage::Scope const& scope = {}) const {
        return coverage::assess(catalogue, program::InstrumentId(0), set, findings, selection, scope);
    }

  private:
    static void add(akn::Document& document, Section const& section) {
        auto const id = ProvisionId(document.provisions.size());
        akn::Provision provision;
        provision.subtree_end = static_cast<std::uint32_t>(document.provisions.size()) + 1;
        provision.element = "section";
        provision.eid = document.names->keep("sec_" + section.num);
        provision.num = document.names->keep(section.num + ".");
        provision.heading = document.names->keep(section.heading);
        provision.force = section.force;
        provision.quoted = section.quoted;
        provision.basic_unit = true;
        provision.block_begin = static_cast<std::uint32_t>(document.blocks.size());
        append(document, id, akn::Role::num, std::string(provision.num));
        append(document, id, akn::Role::heading, section.heading);
        append(document, id, akn::Role::content, section.text);
        provision.block_end = static_cast<std::uint32_t>(document.blocks.size());
        document.provisions.push_back(provision);
    }
    static void append(akn::Document& document, ProvisionId id, akn::Role role, std::string const& text) {
        if (!document.text.empty()) document.text += '\n';
        auto const begin = static_cast<std::uint32_t>(document.text.size());
        document.text += text;
        document.blocks.push_back({id, role, begin, static_cast<std::uint32_t>(document.text.size())});
    }
};

inline std::vector<std::string> const elements{"conduct", "mental", "sanction"};

// One act with three sections, one measure, one obligation that asks for all three elements.
struct One : World {
    MeasureId access;
    DocumentId law;
    One() {
        access = measure("access", elements, {"dishonest", "secured"});
        law = act("Law", {{"1", "First", "Whoever does this shall be fined."},
                          {"2", "Second", "Nobody shall do that, on pain of a fine."},
                          {"3", "Gone", "Old words that are law no more.", akn::Force::repealed}});
        auto& duty = obligation("7.1", access, elements);
        duty.allows = {"dishonest"};
        duty.protects = {"mental"};
    }
    [[nodiscard]] coverage::ObligationResult first() const { return assess().obligations.at(0); }
};

}  // namespace lacuna::test
