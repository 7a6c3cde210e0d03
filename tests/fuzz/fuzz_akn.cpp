// Any bytes as a statute: the reader gives a document whose account balances, or errors; it never crashes.
#include <cstddef>
#include <cstdint>
#include <cstdlib>

#include "akn/dump.hpp"
#include "akn/read.hpp"

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    lacuna::SourceMap sources;
    lacuna::Diagnostics diagnostics;
    auto const id = sources.add("fuzz.xml", std::string(reinterpret_cast<char const*>(data), size));
    auto const document = lacuna::akn::read_document(sources.at(id), id, diagnostics);
    if (!document) {
        if (diagnostics.errors() == 0) std::abort();  // refused without saying why
        return 0;
    }
    if (!document->account.balances()) std::abort();
    lacuna::akn::validate(*document, sources.at(id), diagnostics);
    (void)lacuna::akn::outline(*document, {true, false, 80});
    return 0;
}
