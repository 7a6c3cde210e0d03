#include "akn/set.hpp"

#include <optional>

#include "akn/expressions.hpp"
#include "akn/scrambled.hpp"
#include "base/files.hpp"
#include "base/parallel.hpp"

namespace lacuna::akn {
namespace {

struct Reading {
    std::optional<Document> document;
    Diagnostics diagnostics;
};

// An act that was made after the date is no law on it.
void leave_to_come(Document& document, std::string_view as_of) {
    auto const made = std::string_view(document.meta.date_work).substr(0, 10);
    if (as_of.empty() || made.size() < 10 || made <= as_of) return;
    for (auto& provision : document.provisions)
        if (provision.force == Force::in_force) provision.force = Force::not_yet;
}

}  // namespace

StatuteSet read_set(std::vector<std::filesystem::path> const& files, SourceMap& sources,
                    Diagnostics& diagnostics, ReadOptions const& options, unsigned threads) {
    std::vector<SourceId> ids;
    for (auto const& file : files) ids.push_back(sources.add(file.string()));
    std::vector<Reading> readings(files.size());
    for_each_row(files.size(), threads, [&](std::size_t, std::size_t i) {
        auto& source = sources.at(ids[i]);
        auto& reading = readings[i];
        if (read_into(source, ids[i], reading.diagnostics, options.limits))
            reading.document = read_document(source, ids[i], reading.diagnostics, options);
        if (reading.document) mark_scrambled_text(*reading.document, source, reading.diagnostics);
    });
    std::vector<Document const*> found;
    for (auto const& reading : readings) found.push_back(reading.document ? &*reading.document : nullptr);
    auto const choice = choose_expressions(found, options.as_of, diagnostics);
    StatuteSet set;
    for (std::size_t i = 0; i < files.size(); ++i) {
        if (!choice.keep[i]) {
            set.set_aside.push_back(files[i]);
            continue;
        }
        diagnostics.add(readings[i].diagnostics);
        if (!readings[i].document) {
            set.unread.push_back(files[i]);
            continue;
        }
        set.documents.push_back(std::move(*readings[i].document));
        set.files.push_back(files[i]);
        // An act has to be called something; where it stands on the disk is nobody's business.
        auto& meta = set.documents.back().meta;
        meta.title_of_file = meta.title.empty();
        if (meta.title_of_file) meta.title = files[i].stem().string();
    }
    for (auto& document : set.documents) leave_to_come(document, options.as_of);
    resolve_across(set.documents);
    return set;
}

}  // namespace lacuna::akn
